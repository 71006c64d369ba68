package org.haki.referrals;

import java.util.Objects;
import java.util.UUID;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Id;

/**
 * Where a case that is taken over goes, as typed.
 *
 * @param office the chosen one's id, or ""
 * @param owner  the chosen one's id, "queue", or ""
 * @param type   the chosen one's key, where its own is not adopted; else ""
 * @param person who of those alike the client is: the id, "new" for nobody of them, or ""
 */
public record TakeOver(String office, String owner, String type, String person) {

    /** A form nobody has typed in. */
    public static final TakeOver EMPTY = new TakeOver("", "", "", "");

    public TakeOver {
        office = Objects.requireNonNullElse(office, "");
        owner = Objects.requireNonNullElse(owner, "");
        type = Objects.requireNonNullElse(type, "");
        person = Objects.requireNonNullElse(person, "");
    }

    /** Asked only where office and owner are right. */
    TransferredCases.Into into() {
        return new TransferredCases.Into(Id.of(office), owner.equals("queue") ? null : Id.of(owner), type, known(), person.equals("new"));
    }

    private UUID known() {
        return person.isEmpty() || person.equals("new") ? null : Id.of(person);
    }
}
