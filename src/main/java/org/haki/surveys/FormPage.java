package org.haki.surveys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form where it is used: to be filled in, with what was filled in.
 *
 * @param found  one more than are shown, where there are more; {@code null} for whoever does not read them
 * @param begun  what the reader began and did not hand in
 * @param names  of those who handed in
 * @param begins whether the list is at its beginning
 */
public record FormPage(Survey form, List<SurveySheet> found, List<Begun> begun, Map<UUID, String> names, boolean begins) {

    static final int SIZE = 30;

    /** What somebody began. */
    public record Begun(UUID id, Instant savedAt) {

        static Begun of(BegunRepository.Row row) {
            return new Begun(row.id(), row.savedAt());
        }
    }

    public boolean reads() {
        return found != null;
    }

    public List<SurveySheet> shown() {
        return found.stream().limit(SIZE).toList();
    }

    public String by(SurveySheet sheet) {
        return sheet.receivedBy() == null ? "" : names.getOrDefault(sheet.receivedBy(), "");
    }

    /** The next page; {@code null} where there is none. */
    public String next() {
        return found.size() <= SIZE ? null : form.fillPath() + "?after=" + shown().getLast().code();
    }
}
