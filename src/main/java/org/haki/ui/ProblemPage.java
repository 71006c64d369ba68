package org.haki.ui;

import java.util.List;

/**
 * A refusal as a page: what happened, what is safe, what to do next.
 *
 * @param name   the name of its sentences: {@code Problem.<name>} and {@code Problem.<name>.text}
 * @param action the address to which the form was sent, where it may be sent again; else {@code null}
 * @param typed  what was typed, so that it is not lost
 * @param back   the page on which the form was drawn
 */
public record ProblemPage(String name, String action, List<Typed> typed, String back) {

    /** One field of the form that was refused. */
    public record Typed(String name, String value) {}

    static ProblemPage of(String name) {
        return new ProblemPage(name, null, List.of(), null);
    }
}
