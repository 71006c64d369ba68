package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseNotes;
import org.haki.cases.ConsentToShare;
import org.haki.cases.NoteEntry;
import org.haki.cases.SharingConsents;
import org.haki.cases.WriteNote;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case through a random sequence of commands of its owner and of two receivers, beside {@link ConsentModel}. */
final class ConsentSequence {

    enum Step { GIVEN, REFUSED, WITHDRAWN, EXPIRED, SENT_NOW, SENT_BEFORE, EXCEPTED, APPROVED, ACCEPTED, REJECTED, REVOKED, COMPLETED, WRITTEN, NOTED, KEPT }

    private static final int MOST_WAYS = 5;

    private final ApplicationContext haki;
    private final Random random;
    private final Town town;
    private final Map<UUID, Actor> receivers;
    private final Referrals referrals;
    private final SharedCases shared;
    private final SharingConsents consents;
    private final CaseFile asha;
    private final ConsentModel model = new ConsentModel();
    private final ConsentFindings findings;
    private List<SharingConsents.Recorded> said = List.of();
    private int count;

    ConsentSequence(ApplicationContext haki, Town town, Map<UUID, Actor> receivers, Random random, ConsentFindings findings) {
        this.haki = haki;
        this.town = town;
        this.receivers = receivers;
        this.random = random;
        this.findings = findings;
        referrals = haki.getBean(Referrals.class);
        shared = haki.getBean(SharedCases.class);
        consents = haki.getBean(SharingConsents.class);
        asha = CaseStory.in(haki, town).open();
        model.story.add(CaseStory.WORDS);
    }

    void run(int steps) {
        for (count = 0; count < steps; count++) {
            var step = random.nextInt(3) == 0 ? one(List.of(Step.SENT_NOW, Step.ACCEPTED, Step.SENT_BEFORE)) : one(List.of(Step.values()));
            findings.step(step.name());
            take(step);
            look();
        }
    }

    private void take(Step step) {
        var recipient = one(List.copyOf(receivers.keySet()));
        switch (step) {
            case GIVEN -> say(recipient, "given", sections());
            case REFUSED -> say(recipient, "refused", Set.of());
            case WITHDRAWN -> say(recipient, "withdrawn", Set.of());
            case EXPIRED -> expire(recipient);
            case SENT_NOW, SENT_BEFORE, EXCEPTED -> send(step, recipient, sections());
            case APPROVED -> approve();
            case NOTED, KEPT -> note(step == Step.KEPT);
            default -> move(step);
        }
    }

    private void say(UUID recipient, String decision, Set<String> sections) {
        boolean given = decision.equals("given");
        var until = given ? LocalDate.now(wanjiru().zone()).plusDays(one(List.of(1, 30, 364, 400))) : null;
        haki.getBean(Work.class).as(wanjiru(), "consent.share", () -> consents.record(wanjiru(), asha, new ConsentToShare(
                "referral", recipient, "", decision, List.copyOf(sections), until, "verbal_phone", "self", "", "", "en")));
        model.say(recipient, decision, sections);
    }

    private void expire(UUID recipient) {
        var database = Everything.in(haki);
        database.pass("""
                update haki.consent set decided_at = decided_at - interval '400 days', expires_at = expires_at - interval '400 days'
                where org_id = :org and case_id = '%s' and to_org = '%s'""".formatted(asha.id(), recipient), town.riverbend);
        database.pass("""
                update hub.case_window w set until = now() - interval '1 second' from haki.referral r
                where w.owner_org = :org and w.case_id = '%s' and w.to_org = '%s' and w.ended_at is null
                  and r.org_id = w.owner_org and r.id = w.id and r.exception = ''""".formatted(asha.id(), recipient), town.riverbend);
        model.expire(recipient);
        said = recorded();
    }

    private void send(Step step, UUID recipient, Set<String> sections) {
        if (model.ways.size() >= MOST_WAYS) {
            return;
        }
        var consent = Map.of(Step.SENT_NOW, "now", Step.SENT_BEFORE, "before", Step.EXCEPTED, "vital_interest").get(step);
        boolean others = receivers.keySet().stream().anyMatch(other -> !other.equals(recipient) && model.covers(other, sections));
        boolean sent = succeeds(() -> referrals.send(wanjiru(), asha.code(), asking(recipient, consent, sections), Op.own()));
        boolean may = step != Step.SENT_BEFORE || model.covers(recipient, sections);
        findings.check("R1 P10", true, () -> assertThat(sent).isEqualTo(may));
        findings.check("P11", others && !may && step == Step.SENT_BEFORE, () -> assertThat(sent).isFalse());
        if (sent) {
            if (step == Step.SENT_NOW) {
                model.say(recipient, "given", sections);
            }
            var newest = haki.getBean(Work.class).as(wanjiru(), "referral.see", () -> referrals.of(wanjiru(), asha)).getLast().id();
            model.ways.put(newest, new ConsentModel.Way(recipient, sections, step == Step.EXCEPTED));
        }
    }

    private SendReferral asking(UUID recipient, String consent, Set<String> sections) {
        return new SendReferral("service", "legal", recipient.toString(), "normal", List.copyOf(sections),
                sections.contains("story") ? "whole" : "none", "", WindowWorld.INSTRUCTIONS, consent, "verbal_phone", "self", "", "", "");
    }

    private void approve() {
        pick().ifPresent(way -> {
            boolean waits = model.ways.get(way).state.equals("waiting");
            findings.check("R1 P10", waits, () -> assertThatThrownBy(() -> referrals.approve(wanjiru(), asha.code(), way, Op.own()))
                    .isInstanceOf(Problem.class));
            boolean approved = succeeds(() -> referrals.approve(town.leila.actor(), asha.code(), way, Op.own()));
            findings.check("R1 P10", true, () -> assertThat(approved).isEqualTo(waits));
            if (approved) {
                model.ways.get(way).state = "sent";
            }
        });
    }

    private void move(Step step) {
        pick().filter(way -> !model.ways.get(way).state.equals("waiting")).ifPresent(id -> {
            var way = model.ways.get(id);
            var receiver = receivers.get(way.recipient);
            var words = "Words " + count;
            boolean moved = succeeds(() -> {
                switch (step) {
                    case ACCEPTED -> shared.accept(receiver, id, Op.own());
                    case REJECTED -> shared.reject(receiver, id, "no_capacity", Op.own());
                    case REVOKED -> referrals.revoke(wanjiru(), asha.code(), id, "safety", Op.own());
                    case COMPLETED -> shared.complete(receiver, id, "", Op.own());
                    default -> shared.write(receiver, id, new WriteEntry("note", "", words, ""), Op.own());
                }
            });
            boolean should = switch (step) {
                case ACCEPTED -> model.answer(way, "accepted");
                case REJECTED -> model.answer(way, "rejected");
                case REVOKED -> model.end(way, "revoked", way.alive());
                case COMPLETED -> model.end(way, "completed", way.open());
                default -> way.open() && way.entries.add(words);
            };
            findings.check("P9", true, () -> assertThat(moved).as(step + " of " + way.state).isEqualTo(should));
        });
    }

    private void note(boolean kept) {
        var words = "Note " + count;
        boolean refused = receivers.keySet().stream().anyMatch(one -> Set.of("refused", "withdrawn").contains(model.decision(one)));
        boolean written = succeeds(() ->
                haki.getBean(CaseNotes.class).write(wanjiru(), asha.code(), new WriteNote(words, "", kept ? "yes" : ""), Op.own()));
        findings.check("P14", refused, () -> assertThat(written).isTrue());
        if (!kept) {
            model.story.add(words);
        }
    }

    private void look() {
        model.ways.forEach((id, way) -> {
            for (var receiver : receivers.entrySet()) {
                if (!receiver.getKey().equals(way.recipient) || way.state.equals("waiting")) {
                    findings.check("P11", true, () -> assertThatThrownBy(() -> shared.view(receiver.getValue(), id)).isInstanceOf(Problem.class));
                } else {
                    sees(way, shared.view(receiver.getValue(), id));
                }
            }
        });
        findings.check("R2", true, () -> assertThat(haki.getBean(Work.class).as(wanjiru(), "referral.see", () -> referrals.entries(wanjiru(), asha)))
                .extracting(WindowEntry::text)
                .containsExactlyInAnyOrderElementsOf(model.ways.values().stream().flatMap(way -> way.entries.stream()).toList()));
        words();
    }

    private void sees(ConsentModel.Way way, SharedCases.View view) {
        boolean ended = way.accepted && !way.open();
        findings.check("R3 P13", way.state.equals("revoked"), () -> assertThat(view.window().state()).isEqualTo("revoked"));
        findings.check("P9", ended, () -> assertThat(view.file()).isNull());
        findings.check("P9", true, () -> assertThat(view.file() != null).isEqualTo(way.open()));
        findings.check("P9", true, () -> assertThat(view.referral() != null).isEqualTo(way.alive() && !way.past));
        findings.check("R1 P10", true, () -> assertThat(view.client() != null).isEqualTo(way.shows("identity")));
        findings.check("R2", true, () -> assertThat(view.plan().isEmpty()).isNotEqualTo(way.shows("plan")));
        findings.check("R2", true, () -> assertThat(view.story()).extracting(NoteEntry::text)
                .containsExactlyInAnyOrderElementsOf(way.shows("story") ? model.story : List.of()));
        findings.check("R2", ended && !way.entries.isEmpty(), () -> assertThat(view.entries()).extracting(WindowEntry::text)
                .containsExactlyInAnyOrderElementsOf(way.entries));
        var chosen = new HashSet<>(way.sections);
        chosen.add("case");
        findings.check("P18", true, () -> assertThat(view.window().sections()).containsExactlyInAnyOrderElementsOf(chosen));
    }

    private void words() {
        var now = recorded();
        findings.check("R4", !said.isEmpty(), () -> assertThat(now).startsWith(said.toArray(SharingConsents.Recorded[]::new)));
        now.forEach(word -> findings.check("P11", true, () -> assertThat(receivers).containsKey(word.said().toOrg())));
        now.stream().filter(word -> word.said().decision().equals("given")).forEach(word -> findings.check("P12", true, () ->
                assertThat(Duration.between(word.at(), word.until())).isPositive().isLessThanOrEqualTo(Duration.ofDays(365))));
        findings.check("P16", !now.isEmpty(), () -> assertThat(haki.getBean(Work.class).as(wanjiru(), "case.see", () -> haki.getBean(JdbcClient.class).sql("""
                        select count(*) from haki.consent where org_id = haki.org() and case_id = :case and purpose = 'referral'
                          and (text_shown <> 'ConsentToShare.referral' or text_version < 1 or language <> 'en')""")
                .param("case", asha.id()).query(Integer.class).single())).isZero());
        said = now;
    }

    private List<SharingConsents.Recorded> recorded() {
        return consents.of(wanjiru(), asha);
    }

    private Optional<UUID> pick() {
        return model.ways.isEmpty() ? Optional.empty() : Optional.of(one(new ArrayList<>(model.ways.keySet())));
    }

    private Set<String> sections() {
        var sections = new TreeSet<>(Set.of(one(List.of("identity", "plan", "story"))));
        List.of("identity", "plan", "story").stream().filter(_ -> random.nextBoolean()).forEach(sections::add);
        return sections;
    }

    private Actor wanjiru() {
        return town.wanjiru.actor();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static boolean succeeds(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}
