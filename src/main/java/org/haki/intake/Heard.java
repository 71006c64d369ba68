package org.haki.intake;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.kernel.Text;
import org.haki.people.Identity;
import org.haki.people.SafeContact;

/** What a report tells of the people in it, as the register of people keeps it, and its words as the case does. */
final class Heard {

    private Heard() {}

    static Identity client(Intake intake, Account account, Accept said) {
        boolean herself = intake.about().equals("me");
        return new Identity(said.name(), List.of(), herself ? phones(account) : List.of(), null,
                said.sex().isEmpty() ? "undisclosed" : said.sex(), said.ageGroup(), "",
                herself ? safe(intake, account) : SafeContact.UNKNOWN, "");
    }

    static Identity reporter(Intake intake, Account account) {
        return new Identity(account.reporter(), List.of(), phones(account), null, "undisclosed", "unknown", "", safe(intake, account),
                account.relation());
    }

    /** Her words, then the place and the time as she gave them. */
    static String narrative(Account account) {
        var placed = Stream.of(account.where(), account.when()).filter(text -> !Text.blank(text)).collect(Collectors.joining(" · "));
        return placed.isEmpty() ? account.words() : account.words() + "\n\n" + placed;
    }

    /** Whoever stood at the counter was not asked how to be reached; that is not a wish to be left alone. */
    private static SafeContact safe(Intake intake, Account account) {
        return intake.reach().equals(Told.NOT_ASKED)
                ? SafeContact.UNKNOWN
                : new SafeContact(account.whose(), List.of(intake.reach()), account.hours(), account.ifOther(), "", "");
    }

    private static List<String> phones(Account account) {
        return Text.blank(account.number()) ? List.of() : List.of(account.number());
    }
}
