package org.haki.referrals;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/**
 * Handing a window over to a colleague.
 *
 * @param now    who works at it, by name
 * @param able   who could go on
 * @param chosen whom the form that was sent back named
 */
public record ReaderPage(CaseWindow window, List<String> now, List<Colleague> able, String chosen, Errors errors) {}
