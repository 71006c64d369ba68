package org.haki.kernel;

import java.util.ArrayList;
import java.util.List;

/** What needs another look in a form: for each field the key of its sentence, in the order of the form. */
public final class Errors {

    /** One sentence about one field; the arguments are ours, never what was typed. */
    public record Wrong(String field, String key, List<Object> arguments) {}

    private final List<Wrong> wrongs = new ArrayList<>();

    public Errors add(String field, String key, Object... arguments) {
        wrongs.add(new Wrong(field, key, List.of(arguments)));
        return this;
    }

    /** Adds the sentence unless the condition holds. */
    public Errors unless(boolean right, String field, String key, Object... arguments) {
        return right ? this : add(field, key, arguments);
    }

    public Errors addAll(Errors others) {
        wrongs.addAll(others.wrongs);
        return this;
    }

    public boolean isEmpty() {
        return wrongs.isEmpty();
    }

    public List<Wrong> all() {
        return List.copyOf(wrongs);
    }

    /** The first thing wrong with this field, or {@code null}. */
    public Wrong of(String field) {
        return wrongs.stream().filter(wrong -> wrong.field().equals(field)).findFirst().orElse(null);
    }
}
