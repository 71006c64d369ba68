package org.haki.intake;

import java.util.List;
import java.util.stream.Stream;
import org.haki.kernel.Errors;
import org.haki.people.Likeness;

/** A form that needs another look, found out inside the deed: nothing is done, and the form comes back with its errors. */
final class Unready extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Errors errors;
    private final transient List<Likeness> alike;

    Unready(Errors errors, List<Likeness> alike) {
        super("A form needs another look", null, false, false);
        this.errors = errors;
        this.alike = alike;
    }

    Errors errors() {
        return errors;
    }

    /** Those in the register who may be the same person and were not shown before. */
    List<Likeness> alike() {
        return alike;
    }

    /** They and those who were shown before. */
    List<Likeness> with(List<Likeness> before) {
        return Stream.concat(alike.stream(), before.stream()).distinct().toList();
    }
}
