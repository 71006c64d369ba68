package org.haki.access;

import java.util.List;

/** The recovery sheet, shown to be printed until it was typed back once. */
public record RecoverySheetPage(List<String> lines) {}
