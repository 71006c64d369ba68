package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haki.referrals.ConsentScene.succeeds;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.Everything;
import org.haki.RuleFindings;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case through a random sequence of commands of its owner and of two receivers, beside {@link ConsentModel}. */
final class ConsentSequence {

    enum Step {
        GIVEN, REFUSED, WITHDRAWN, EXPIRED, SENT_NOW, SENT_BEFORE, EXCEPTED, APPROVED, ACCEPTED, REJECTED, STARTED, FAILED, REVOKED,
        COMPLETED, WRITTEN, NOTED, KEPT
    }

    private static final int MOST_WAYS = 5;
    private static final List<Step> FIRST = List.of(Step.SENT_NOW, Step.ACCEPTED, Step.REFUSED, Step.NOTED);

    private final ConsentScene scene;
    private final ConsentModel model;
    private final RuleFindings findings;
    private final Referrals referrals;
    private final SharedCases shared;
    private final SharingConsents consents;
    private final CaseFile asha;
    private final LeadSequence lead;
    private List<SharingConsents.Recorded> said = List.of();
    private int count;

    ConsentSequence(ConsentScene scene) {
        this.scene = scene;
        model = scene.model;
        findings = scene.findings;
        asha = scene.asha;
        referrals = scene.haki.getBean(Referrals.class);
        shared = scene.haki.getBean(SharedCases.class);
        consents = scene.haki.getBean(SharingConsents.class);
        lead = new LeadSequence(scene);
    }

    /** So many steps, after those that everybody knows; where somebody leads, mostly what has to do with that. */
    void run(int steps, boolean leads, boolean known) {
        for (count = 0; count < steps; count++) {
            if (leads && known && count < LeadSequence.WHOLE) {
                lead.usual();
            } else if (known && count < FIRST.size()) {
                play(FIRST.get(count));
            } else if (leads && scene.random.nextInt(4) > 0) {
                lead.step(count);
            } else {
                var step = scene.random.nextInt(3) == 0 ? scene.one(List.of(Step.SENT_NOW, Step.ACCEPTED, Step.SENT_BEFORE)) : scene.one(List.of(Step.values()));
                play(step);
            }
            look();
        }
        lead.end();
    }

    private void play(Step step) {
        findings.step(step.name());
        var recipient = scene.one(List.copyOf(scene.receivers.keySet()));
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
        var until = given ? LocalDate.now(owner().zone()).plusDays(scene.one(List.of(1, 30, 364, 400))) : null;
        scene.haki.getBean(Work.class).as(owner(), "consent.share", () -> consents.record(owner(), asha, new ConsentToShare(
                "referral", recipient, "", decision, List.copyOf(sections), until, "verbal_phone", "self", "", "", "en")));
        model.say(recipient, decision, sections);
    }

    private void expire(UUID recipient) {
        var database = Everything.in(scene.haki);
        database.pass("""
                update haki.consent set decided_at = decided_at - interval '400 days', expires_at = expires_at - interval '400 days'
                where org_id = :org and case_id = '%s' and to_org = '%s'""".formatted(asha.id(), recipient), scene.town.riverbend);
        database.pass("""
                update hub.case_window w set until = now() - interval '1 second' from haki.referral r
                where w.owner_org = :org and w.case_id = '%s' and w.to_org = '%s' and w.ended_at is null
                  and r.org_id = w.owner_org and r.id = w.id and r.exception = ''""".formatted(asha.id(), recipient), scene.town.riverbend);
        model.expire(recipient);
        said = recorded();
    }

    private void send(Step step, UUID recipient, Set<String> sections) {
        if (model.ways.size() >= MOST_WAYS) {
            return;
        }
        var consent = Map.of(Step.SENT_NOW, "now", Step.SENT_BEFORE, "before", Step.EXCEPTED, "vital_interest").get(step);
        boolean leads = scene.random.nextInt(4) == 0 && model.lead().isEmpty();
        if (leads) {
            sections.addAll(Set.of("plan", "lead"));
        }
        boolean others = scene.receivers.keySet().stream().anyMatch(other -> !other.equals(recipient) && model.covers(other, sections));
        boolean sent = succeeds(() -> referrals.send(owner(), asha.code(), asking(recipient, consent, sections), Op.own()));
        boolean agreed = step != Step.SENT_BEFORE || model.covers(recipient, sections);
        findings.check("R1 P10", true, () -> assertThat(sent).isEqualTo(agreed && model.isOpen() && !model.suspended.contains(recipient)));
        findings.check("P11", others && !agreed, () -> assertThat(sent).isFalse());
        if (sent) {
            if (step == Step.SENT_NOW) {
                model.say(recipient, "given", sections);
            }
            model.ways.put(newest(), new ConsentModel.Way(recipient, sections, step == Step.EXCEPTED, null));
        }
    }

    private UUID newest() {
        return scene.haki.getBean(Work.class).as(owner(), "referral.see", () -> referrals.of(owner(), asha)).getLast().id();
    }

    static SendReferral asking(UUID recipient, String consent, Set<String> sections) {
        return new SendReferral(sections.contains("lead") ? "lead" : "service", "legal", recipient.toString(), "normal", List.copyOf(sections),
                sections.contains("story") ? "whole" : "none", "", WindowWorld.INSTRUCTIONS, consent, "verbal_phone", "self", "", "", "");
    }

    private void approve() {
        scene.pick().ifPresent(id -> {
            var way = model.ways.get(id);
            boolean may = way.state.equals("waiting") && model.isOpen() && (!way.leads() || model.lead().isEmpty());
            findings.check("R1 P10", may, () -> assertThatThrownBy(() -> referrals.approve(owner(), asha.code(), id, Op.own()))
                    .isInstanceOf(Problem.class));
            boolean approved = succeeds(() -> referrals.approve(scene.leila(), asha.code(), id, Op.own()));
            findings.check("R1 P10", true, () -> assertThat(approved).isEqualTo(may));
            if (approved) {
                way.state = "sent";
            }
        });
    }

    private void move(Step step) {
        scene.pick().filter(id -> !model.ways.get(id).state.equals("waiting")).ifPresent(id -> {
            var way = model.ways.get(id);
            var receiver = scene.one(scene.receivers.get(way.recipient));
            boolean works = model.works(way, receiver.person());
            var words = "Words " + count;
            boolean moved = succeeds(() -> {
                switch (step) {
                    case ACCEPTED -> shared.accept(receiver, id, Op.own());
                    case REJECTED -> shared.reject(receiver, id, "no_capacity", Op.own());
                    case STARTED -> shared.start(receiver, id, Op.own());
                    case FAILED -> shared.fail(receiver, id, "not_reached", "", Op.own());
                    case REVOKED -> referrals.revoke(owner(), asha.code(), id, "safety", Op.own());
                    case COMPLETED -> shared.complete(receiver, id, "", Op.own());
                    default -> shared.write(receiver, id, new WriteEntry("note", "", words, ""), Op.own());
                }
            });
            boolean should = switch (step) {
                case ACCEPTED -> model.accept(way, receiver.person());
                case REJECTED -> model.answer(way, "rejected");
                case STARTED -> model.end(way, "in_service", works && way.state.equals("accepted"));
                case FAILED -> model.end(way, "not_received", works && (!way.leads() || model.isOpen()));
                case REVOKED -> model.end(way, "revoked", way.alive());
                case COMPLETED -> model.end(way, "completed", works && !way.leads());
                default -> works && way.entries.add(words);
            };
            findings.check("P9", true, () -> assertThat(moved).as(step + " of " + way.state).isEqualTo(should));
        });
    }

    private void note(boolean kept) {
        var words = "Note " + count;
        boolean refused = scene.receivers.keySet().stream().anyMatch(one -> Set.of("refused", "withdrawn").contains(model.decision(one)));
        boolean written = succeeds(() ->
                scene.haki.getBean(CaseNotes.class).write(owner(), asha.code(), new WriteNote(words, "", kept ? "yes" : ""), Op.own()));
        findings.check("P14", refused && model.isOpen(), () -> assertThat(written).isTrue());
        if (written && !kept) {
            model.story.add(words);
        }
    }

    private void look() {
        model.ways.forEach((id, way) -> scene.receivers.forEach((receiver, people) -> {
            boolean recipient = receiver.equals(way.recipient) && !way.state.equals("waiting");
            for (var person : recipient ? people : List.of(scene.one(people))) {
                if (recipient) {
                    sees(way, person.person(), shared.view(person, id));
                } else {
                    findings.check("P11", true, () -> assertThatThrownBy(() -> shared.view(person, id)).isInstanceOf(Problem.class));
                }
            }
        }));
        findings.check("R2", true, () -> assertThat(scene.haki.getBean(Work.class).as(owner(), "referral.see", () -> referrals.story(owner(), asha)))
                .filteredOn(WindowEntry.class::isInstance).extracting(entry -> ((WindowEntry) entry).text())
                .containsExactlyInAnyOrderElementsOf(model.ways.values().stream().flatMap(way -> way.entries.stream()).toList()));
        words();
        lead.look();
    }

    private void sees(ConsentModel.Way way, UUID person, SharedCases.View view) {
        boolean works = model.works(way, person);
        boolean ended = way.reader != null && !works;
        boolean asked = way.state.equals("sent") && !way.past && !model.suspended.contains(way.recipient);
        findings.check("R3 P13", way.state.equals("revoked"), () -> assertThat(view.window().state()).isEqualTo("revoked"));
        findings.check("P9", ended, () -> assertThat(view.file()).isNull());
        findings.check("P9", true, () -> assertThat(view.file() != null).isEqualTo(works));
        findings.check("P9", true, () -> assertThat(view.referral() != null).isEqualTo(works || asked));
        findings.check("R1 P10", true, () -> assertThat(view.client() != null).isEqualTo(works && way.sections.contains("identity")));
        findings.check("R2", true, () -> assertThat(view.plan().isEmpty()).isNotEqualTo(works && way.sections.contains("plan")));
        findings.check("R2", true, () -> assertThat(view.story()).extracting(NoteEntry::text)
                .containsExactlyInAnyOrderElementsOf(works && way.sections.contains("story") ? model.story : List.of()));
        var recorded = Stream.concat(way.entries.stream(), way.deeds.stream()).toList();
        findings.check("R2", ended && !recorded.isEmpty(), () -> assertThat(view.entries()).extracting(WindowEntry::text)
                .containsExactlyInAnyOrderElementsOf(person.equals(way.reader) ? recorded : List.of()));
        var chosen = new HashSet<>(way.sections);
        chosen.add("case");
        findings.check("P18", true, () -> assertThat(view.window().sections()).containsExactlyInAnyOrderElementsOf(chosen));
    }

    private void words() {
        var now = recorded();
        findings.check("R4", !said.isEmpty(), () -> assertThat(now).startsWith(said.toArray(SharingConsents.Recorded[]::new)));
        now.forEach(word -> findings.check("P11", true, () -> assertThat(scene.receivers).containsKey(word.said().toOrg())));
        now.stream().filter(word -> word.said().decision().equals("given")).forEach(word -> findings.check("P12", true, () ->
                assertThat(Duration.between(word.at(), word.until())).isPositive().isLessThanOrEqualTo(Duration.ofDays(365))));
        findings.check("P16", !now.isEmpty(), () -> assertThat(scene.haki.getBean(Work.class).as(owner(), "case.see", () -> scene.haki.getBean(JdbcClient.class).sql("""
                        select count(*) from haki.consent where org_id = haki.org() and case_id = :case and purpose = 'referral'
                          and (text_shown <> 'ConsentToShare.referral' or text_version < 1 or language <> 'en')""")
                .param("case", asha.id()).query(Integer.class).single())).isZero());
        said = now;
    }

    private List<SharingConsents.Recorded> recorded() {
        return consents.of(owner(), asha);
    }

    private Set<String> sections() {
        var sections = new TreeSet<>(Set.of(scene.one(List.of("identity", "plan", "story"))));
        List.of("identity", "plan", "story").stream().filter(_ -> scene.random.nextBoolean()).forEach(sections::add);
        return sections;
    }

    private Actor owner() {
        return scene.owner;
    }
}
