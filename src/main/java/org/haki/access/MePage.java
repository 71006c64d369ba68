package org.haki.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Errors;

/** The page about oneself. */
public record MePage(
        String signInName,
        int version,
        boolean hasApp,
        int cardsLeft,
        MeForm me,
        AwayForm away,
        List<Colleague> colleagues,
        List<Device> devices,
        List<Presence> sessions,
        List<Tried> signIns,
        List<Unsent> drafts,
        Errors errors) {

    /** A browser that is trusted. */
    public record Device(UUID id, String label, Instant lastSeen, Instant until) {}

    /** Where one is signed in. */
    public record Presence(UUID id, Instant since, Instant lastSeen, String address, String browser, boolean here) {}

    /** A try to sign in. */
    public record Tried(Instant at, String outcome, String address, String browser) {}

    /** What was written and not sent. */
    public record Unsent(UUID id, Instant savedAt) {}

    static MePage of(MyAccount.Overview all, UUID session) {
        var me = all.me();
        return new MePage(
                me.signInName(),
                me.version(),
                me.hasApp(),
                all.cardsLeft(),
                new MeForm(me.name(), me.email(), me.language()),
                new AwayForm(text(me.awayFrom()), text(me.awayUntil()), text(me.standIn())),
                all.colleagues(),
                all.devices().stream()
                        .map(device -> new Device(device.id(), device.label(), device.lastSeen(), device.until()))
                        .toList(),
                all.sessions().stream()
                        .map(one -> new Presence(
                                one.id(), one.since(), one.lastSeen(), one.address(), one.agent(), one.id().equals(session)))
                        .toList(),
                all.signIns().stream().map(one -> new Tried(one.at(), one.outcome(), one.address(), one.agent())).toList(),
                all.drafts().stream().map(draft -> new Unsent(draft.id(), draft.savedAt())).toList(),
                new Errors());
    }

    MePage with(MeForm said, Errors wrong) {
        return new MePage(
                signInName, version, hasApp, cardsLeft, said, away, colleagues, devices, sessions, signIns, drafts, wrong);
    }

    MePage with(AwayForm said, Errors wrong) {
        return new MePage(
                signInName, version, hasApp, cardsLeft, me, said, colleagues, devices, sessions, signIns, drafts, wrong);
    }

    MePage with(Errors wrong) {
        return with(me, wrong);
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
