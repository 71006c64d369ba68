package org.haki.people;

/** Somebody in coded fields only, as facts count people. */
public record PersonInFigures(String ageGroup, String sex) {}
