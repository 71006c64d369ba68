package org.haki.access;

import java.util.List;
import java.util.function.Supplier;

/** A list that whoever has the right may take along; a module that has one offers it as a bean. */
public interface Download {

    /** So many rows are read at once, and no more lie open. */
    int AT_ONCE = 500;

    /**
     * Some rows of it, in order.
     *
     * @param left how many stood among them that are left out
     * @param next reads the next ones, in a deed of its own; {@code null} where there are none
     */
    record Part(List<List<Object>> rows, int left, Supplier<Part> next) {}

    /** What it is called in an address, and in words {@code DownloadPage.what.<key>}. */
    String key();

    /** The right to take it along. */
    String verb();

    /** Where the page of the list is at home. */
    String place();

    /** The address of the page of the list, as it was asked for. */
    String back(Taking taking);

    /** What it is called, as a key of words. */
    default String title() {
        return "DownloadPage.of." + key();
    }

    /** Whether it says who clients are; then the trail says why it was taken. */
    default boolean names() {
        return false;
    }

    /** The names of its columns, as keys of words. */
    List<String> head();

    /** The first rows, in the words of whoever takes them. */
    Part first(Taking taking);
}
