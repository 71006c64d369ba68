package org.haki.xlsform;

import java.util.Map;

/** One choice of a list; the further columns are what filters look at; what the form itself adds has row 0. */
record Choice(int row, String name, Words label, Map<String, Words> media, Map<String, String> columns) {}
