package org.haki.forms;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the answers of a section came about.
 *
 * @param changes the newest first; that answers were carried into other names is none
 * @param carried for each operation that carried them, the version of the section that came of it
 */
public record SectionPast(List<AnswerChange> changes, Map<UUID, Integer> carried) {}
