package org.haki.surveys;

import java.util.List;
import org.haki.access.QrSquare;
import org.haki.forms.Filled;
import org.haki.forms.Texts;

/**
 * A form on paper: blank sheets, each with a number of its own, or one that was filled in.
 *
 * @param filled   the form, with what was answered
 * @param speak    the language it is printed in, as the workbook names it; "" for that of the page
 * @param isBlank  whether it is to be filled in with a pen
 * @param preview  whether it only shows what the paper would be
 */
public record PaperPage(Survey form, String version, Filled filled, List<Sheet> sheets, String speak, boolean isBlank, boolean preview) {

    /** One sheet: its code, and the same for a camera. */
    public record Sheet(String code, QrSquare picture) {}

    /** Whether a part is torn off for the client: the number on it is that of her report, and of the case that it becomes. */
    public boolean hasStub() {
        return isBlank && form.use() == Survey.Use.REPORT;
    }

    public String language(String ofPage) {
        return speak.isEmpty() ? ofPage : Texts.code(speak);
    }

    public String title(String ofPage) {
        return filled.texts(language(ofPage)).title();
    }

    public List<PaperItem> items(String ofPage) {
        return PaperItems.of(filled, language(ofPage), isBlank);
    }

    /** The languages that it can be printed in, where there are several. */
    public List<String> languages() {
        var named = filled.version().form().languages().stream().filter(one -> !one.equals("default")).toList();
        return named.size() > 1 ? named : List.of();
    }

    /** As HTML names the language of the paper; {@code null} where the workbook names it otherwise. */
    public String lang(String ofPage) {
        return language(ofPage).matches("[a-z]{2,3}(-\\w+)?") ? language(ofPage) : null;
    }

    /** Which way the words of the paper run: {@code null} where the language is not known. */
    public String dir(String ofPage) {
        return switch (language(ofPage)) {
            case "ar", "fa", "he", "ps", "ur", "ckb", "dv", "yi" -> "rtl";
            default -> "ltr";
        };
    }
}
