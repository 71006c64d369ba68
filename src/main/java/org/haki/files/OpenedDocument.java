package org.haki.files;

/** A document with what is in it. */
public record OpenedDocument(Document document, byte[] content) {}
