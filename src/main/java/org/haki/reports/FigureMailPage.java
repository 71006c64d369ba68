package org.haki.reports;

import java.util.List;
import org.haki.kernel.Errors;

/** How often this person is sent a link to the figures: one of {@link #EVERY}, or "never". */
public record FigureMailPage(String every, Errors errors) {

    public static final List<String> EVERY = List.of("week", "month");
}
