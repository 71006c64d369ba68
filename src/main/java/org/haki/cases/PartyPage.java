package org.haki.cases;

import java.util.List;
import org.haki.kernel.Errors;
import org.haki.people.Likeness;
import org.haki.people.Person;
import org.haki.people.RegisterPerson;

/** Adding somebody to a case: found in the register, or new. */
public record PartyPage(
        CaseHead head, String role, RegisterPerson said, List<Person> found, boolean searched, List<Likeness> alike, List<String> communities, Errors errors) {}
