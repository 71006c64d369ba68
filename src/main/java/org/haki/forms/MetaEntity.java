package org.haki.forms;

import java.util.Map;

/**
 * What a filled-in form says of a thing of which it keeps book ({@code meta/entity}), as its expressions reckon it.
 *
 * @param attributes dataset, id, create, update, baseVersion and so on; those that say nothing are empty
 * @param label      what the thing is called; "" where the form does not say
 */
public record MetaEntity(Map<String, String> attributes, String label) {}
