package org.haki.surveys;

import java.util.Objects;

/**
 * How an export was asked for.
 *
 * @param kind   {@code xlsx} or {@code csv}
 * @param words  {@code labels}: questions and choices by what they are called; else by their names in the workbook
 * @param split  {@code yes}: a column of 0 and 1 for each choice of a question that takes several
 * @param speak  the language of the labels, as the workbook names it; "" for its own
 */
public record AskExport(String kind, String words, String split, String speak) {

    public AskExport {
        kind = "csv".equals(kind) ? "csv" : "xlsx";
        words = Objects.requireNonNullElse(words, "");
        split = Objects.requireNonNullElse(split, "");
        speak = Objects.requireNonNullElse(speak, "");
    }

    boolean labels() {
        return words.equals("labels");
    }

    boolean splits() {
        return split.equals("yes");
    }
}
