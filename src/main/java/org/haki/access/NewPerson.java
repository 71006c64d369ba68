package org.haki.access;

import java.util.List;

/** Somebody who is to work here; {@code email} may be {@code null}: accounts need none. */
public record NewPerson(String signInName, String name, String email, String language, List<Membership> memberships) {

    NewPerson with(List<Membership> others) {
        return new NewPerson(signInName, name, email, language, others);
    }
}
