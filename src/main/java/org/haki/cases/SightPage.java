package org.haki.cases;

import java.util.List;
import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/**
 * Why a colleague does not find a case.
 *
 * @param answer the key of the answer's words, or {@code null} before it was asked
 */
public record SightPage(UUID person, String name, List<Colleague> colleagues, String code, String answer, Errors errors) {}
