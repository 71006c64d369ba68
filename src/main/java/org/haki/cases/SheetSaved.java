package org.haki.cases;

import org.haki.kernel.Actor;

/** A section of the case's sheet was saved with other answers than before. */
public record SheetSaved(Actor actor, CaseFile file, String section) {}
