package org.haki.forms;

import java.util.List;
import java.util.Map;

/**
 * The XML of a filled-in form as devices send it and pages make it, read under the bounds of {@link AnswersXml}.
 *
 * @param answers as they stand there: read them with {@link Typing} before they are kept
 * @param wrongs  what no question of the form knows, what stands twice, or that it cannot be read at all
 */
public record Instance(Answers answers, List<Wrong> wrongs) {

    /** Reads the XML of one version of a form. */
    public static Instance read(FormVersion version, byte[] xml) {
        var read = AnswersXml.read(version, xml);
        return new Instance(read.answers(), read.wrongs());
    }

    /** Writes these answers as XML, with what it says about itself: {@code instanceID}, {@code deprecatedID}. */
    public static String write(FormVersion version, Answers answers, Map<String, String> meta) {
        return AnswersXml.write(version, answers, meta, null);
    }

    /** The same with what it says of a thing of which it keeps book. */
    public static String write(FormVersion version, Answers answers, Map<String, String> meta, MetaEntity entity) {
        return AnswersXml.write(version, answers, meta, entity);
    }
}
