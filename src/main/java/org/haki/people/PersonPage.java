package org.haki.people;

import java.util.List;

/** Somebody in the register, with the cases that the reader may see. */
public record PersonPage(Person person, List<PersonCases.InCase> cases, boolean mayWrite) {}
