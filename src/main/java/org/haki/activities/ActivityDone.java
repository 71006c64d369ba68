package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;
import org.haki.cases.CaseInFigures;

/**
 * News: something was done in a case.
 *
 * @param person  who did it
 * @param service which service was given, or empty
 * @param result  what came of it, a key
 * @param day     the day it was done, in the office's zone
 * @param inTime  by the day that was planned; {@code null} where none was
 * @param days    since the case was received
 */
public record ActivityDone(
        CaseInFigures figures,
        UUID activity,
        UUID person,
        String kind,
        String service,
        String result,
        LocalDate day,
        Boolean inTime,
        int days) {}
