package org.haki.reports;

import org.haki.kernel.Errors;

/** Before figures are taken along; {@code type} is the case type whose answers go with them, or ""; {@code page} whose tables they are. */
public record FigureDownloadPage(Choice choice, String type, String page, String kind, Errors errors) {

    /** The page they are taken from. */
    public String back() {
        return "/reports" + (page.isEmpty() ? "" : "/" + page) + "?" + choice.query() + (type.isEmpty() ? "" : "&type=" + type);
    }

    /** Where the form is sent. */
    public String address() {
        return "/reports/download?" + query();
    }

    private String query() {
        return choice.query() + (type.isEmpty() ? "" : "&type=" + type) + (page.isEmpty() ? "" : "&page=" + page);
    }
}
