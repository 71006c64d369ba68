package org.haki.referrals;

import java.util.ArrayList;
import java.util.List;
import org.haki.access.Colleague;
import org.haki.access.Partner;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/** The answers that forms about sharing offer, in the words of the reader. */
public final class ReferralChoices {

    private ReferralChoices() {}

    public static List<Choice> words(Ui ui, String key, List<String> values) {
        return values.stream().map(value -> Choice.of(value, ui.say(key + value))).toList();
    }

    public static List<Choice> hinted(Ui ui, String key, List<String> values) {
        return values.stream().map(value -> new Choice(value, ui.say(key + value), ui.say(key + value + ".hint"))).toList();
    }

    /** Who may own the case, or the office's queue. */
    public static List<Choice> owners(Ui ui, List<Colleague> owners) {
        var choices = new ArrayList<>(List.of(Choice.of("queue", ui.say("TakeOverPage.queue"))));
        owners.forEach(owner -> choices.add(Choice.of(owner.id().toString(), owner.name())));
        return choices;
    }

    public static List<Choice> partners(Ui ui, List<Partner> partners) {
        var choices = new ArrayList<Choice>();
        partners.forEach(partner -> choices.add(Choice.of(partner.id().toString(), partner.name())));
        return choices;
    }
}
