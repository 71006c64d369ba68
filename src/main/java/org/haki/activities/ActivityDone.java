package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something was done in a case.
 *
 * @param service which service was given, or empty
 * @param day     the day it was done, in the office's zone
 * @param person  who did it
 * @param inTime  by the day that was planned; {@code null} where none was
 * @param days    since the case was received
 */
public record ActivityDone(
        UUID activity,
        UUID caseId,
        UUID office,
        String kind,
        String service,
        String result,
        LocalDate day,
        UUID person,
        Boolean inTime,
        int days) {}
