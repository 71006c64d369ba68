package org.haki.reports;

import java.util.Set;

/** Which figures an address asks for; what is missing or cannot be read counts for nothing. */
record AskFigures(String from, String to, String office, String type, String page) {

    /** The pages whose tables are taken along; "" is the first. */
    private static final Set<String> PAGES = Set.of("intake", "workers", "indicators");

    AskFigures {
        from = from == null ? "" : from;
        to = to == null ? "" : to;
        office = office == null ? "" : office;
        type = type == null ? "" : type;
        page = page == null || !PAGES.contains(page) ? "" : page;
    }
}
