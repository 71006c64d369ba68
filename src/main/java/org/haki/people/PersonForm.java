package org.haki.people;

import java.util.List;
import org.haki.access.Office;
import org.haki.kernel.Errors;

/**
 * Somebody new for the register, or a newer identity for somebody in it.
 *
 * @param known   who is amended, or {@code null} for somebody new
 * @param offices where the reader may enter people
 * @param communities those in the organisation's list, to be chosen from
 * @param alike   who may be the same person; shown before a duplicate is made
 */
public record PersonForm(Person known, RegisterPerson said, List<Office> offices, List<Likeness> alike, List<String> communities, Errors errors) {

    /** Where the form goes. */
    public String action() {
        return known == null ? "/people" : known.path();
    }
}
