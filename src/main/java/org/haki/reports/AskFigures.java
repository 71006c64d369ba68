package org.haki.reports;

/** Which figures an address asks for; what is missing or cannot be read counts for nothing. */
record AskFigures(String from, String to, String office, String type) {

    AskFigures {
        from = from == null ? "" : from;
        to = to == null ? "" : to;
        office = office == null ? "" : office;
        type = type == null ? "" : type;
    }
}
