package org.haki.lists;

import org.haki.kernel.Errors;

/** An institution or a place, to be changed or retired. */
public record EntryPage(ListEntry entry, KeepEntry said, Errors errors) {}
