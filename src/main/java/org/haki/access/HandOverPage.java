package org.haki.access;

/** A one-time code, shown once, to be printed and handed over in person. */
public record HandOverPage(String name, String signInName, String code, String address) {}
