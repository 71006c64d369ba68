package org.haki.cases;

/**
 * The client's copy of a decision, to be printed, in the language in which she was asked.
 *
 * @param named whether it names us: where her paper may be seen by others, it does not
 */
public record ConsentCopyPage(CaseHead head, SaidConsent said, boolean named) {}
