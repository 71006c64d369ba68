package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.haki.Everything;
import org.haki.Page;
import org.haki.RuleFindings;
import org.haki.Statements;
import org.haki.Town;
import org.haki.access.PrivacyScene.Known;
import org.haki.access.PrivacyScene.Member;
import org.haki.cases.Fences;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.context.ApplicationContext;

/** What the people of a {@link PrivacyScene} do, at random, and what is asked after each step. */
final class PrivacySequence {

    enum Step { OPENED, NOTED, FENCED, UNFENCED, GLASS, HOUR_OVER, MOVED, REFUSED, CHILD, READ }

    private static final List<Step> FIRST = List.of(Step.OPENED, Step.FENCED, Step.GLASS, Step.READ, Step.REFUSED, Step.CHILD, Step.HOUR_OVER, Step.MOVED);
    /** Who is told of a broken glass, with the code of the case (P7). */
    private static final Set<String> WATCH = Set.of("supervisor", "protection");
    private static final List<String> PAGES = List.of("/cases", "/today", "/people", "/shared", "/reports");

    private final ApplicationContext haki;
    private final Town town;
    private final PrivacyScene scene;
    private final Random random;
    private final RuleFindings findings;
    private int count;

    PrivacySequence(ApplicationContext haki, Town town, Random random, RuleFindings findings) {
        this.haki = haki;
        this.town = town;
        this.random = random;
        this.findings = findings;
        scene = new PrivacyScene(haki, town);
    }

    void run(int steps) {
        open(town.riverbend, town.mainDesk, scene.named(town.wanjiru), "adult", "self");
        scene.gatherTeams();
        for (count = 0; count < steps; count++) {
            var step = count < FIRST.size() ? FIRST.get(count) : one(List.of(Step.values()));
            findings.step(step.name());
            play(step);
            scene.gatherTeams();
            look();
        }
        nothingInClear();
    }

    private void play(Step step) {
        var known = count < FIRST.size() ? scene.cases.getFirst() : one(scene.cases);
        switch (step) {
            case OPENED -> {
                var org = one(List.copyOf(scene.offices.keySet()));
                var office = one(scene.offices.get(org));
                workerOf(org, office).ifPresent(worker -> open(org, office, worker, "adult", "self"));
            }
            case CHILD -> child(known);
            case NOTED -> note(known);
            case FENCED -> fence(known, true);
            case UNFENCED -> fence(known, false);
            case GLASS -> breakGlass();
            case HOUR_OVER -> scene.offices.keySet().forEach(org -> Everything.in(haki).pass(
                    "update haki.case_team set until = now() where org_id = :org and role = 'break_glass' and until > now()", org));
            case MOVED -> move();
            case REFUSED -> refuse(known);
            case READ -> read(one(scene.members), known);
        }
    }

    private Optional<Member> workerOf(Organisation org, Office office) {
        return scene.members.stream().filter(one -> one.org == org && one != scene.kofi && one.has(Set.of("caseworker"), office.id())).findFirst();
    }

    private void open(Organisation org, Office office, Member owner, String age, String byWhom) {
        scene.open(org, office, owner, "Zulaikha" + any(), age, byWhom, random.nextInt(3) == 0 && !scene.cases.isEmpty());
    }

    private String any() {
        return Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }

    private void child(Known like) {
        var office = scene.offices.get(like.org).stream().filter(one -> one.id().equals(like.file.office())).findFirst().orElseThrow();
        int before = scene.cases.size();
        boolean own = succeeds(() -> open(like.org, office, like.owner, "child", "self"));
        findings.check("R6", true, () -> assertThat(own).isFalse());
        findings.check("R6", true, () -> assertThat(scene.cases).hasSize(before));
        open(like.org, office, like.owner, "child", "caregiver");
    }

    private boolean note(Known known) {
        var words = "Words" + any();
        var path = known.file.path();
        boolean written = known.owner.visitor().fill(path + "/notes/new", path + "/notes", "text", words).status() == 303;
        if (written) {
            known.words.add(words);
        }
        return written;
    }

    private void fence(Known known, boolean up) {
        var fences = haki.getBean(Fences.class);
        var actor = up ? scene.actor(known.owner) : scene.actor(scene.named(known.org == town.riverbend ? town.leila : town.prem));
        int version = Everything.in(haki).count("select version from haki.case_file where org_id = :org and id = '" + known.file.id() + "'", known.org);
        var op = new Op(Id.next(), version, new byte[0]);
        boolean done = succeeds(() -> assertThat(up ? fences.raise(actor, known.file.code(), "danger", op)
                : fences.lower(actor, known.file.code(), "danger_over", op)).isNotNull());
        if (done) {
            known.fenced = up;
        }
        if (up && done && known.org == town.riverbend) {   // all supervisors joined; Nuru leaves again
            Everything.in(haki).pass("update haki.case_team set until = now() where org_id = :org and until is null and case_id = '"
                    + known.file.id() + "' and person_id = '" + scene.nuru.person.id() + "'", known.org);
        }
    }

    private void breakGlass() {
        for (var breaker : List.of(scene.nuru, scene.named(town.prem), scene.named(town.wanjiru), scene.tomasz)) {
            var known = breaker == scene.nuru ? scene.cases.getFirst() : one(scene.cases);
            boolean before = scene.sees(breaker, known);
            boolean may = breaker.has(Set.of("supervisor"), known.file.office()) && breaker.org == known.org;
            var visitor = breaker.visitor();
            var csrf = visitor.get("/me").form("/me").value("_csrf");
            var answer = visitor.post("/break-glass", "_csrf", csrf, "op", Id.next().toString(), "base", "0", "_page", "/break-glass",
                    "code", known.file.code(), "reason", "danger_now", "told", "nobody");
            scene.gatherTeams();
            findings.check("P7", known.fenced && !before, () -> assertThat(answer.status() == 303).as(breaker.person.signInName()).isEqualTo(may));
            findings.check("P7", known.fenced && !before, () -> assertThat(scene.onTeam(breaker, known)).isEqualTo(may));
            if (may && known.fenced && !before) {
                findings.check("P7", true, () -> assertThat(Everything.in(haki).mailsTo(town.ines.signInName())).anyMatch(mail ->
                        mail.startsWith("case_glass ") && mail.contains(known.file.code())));
                findings.check("P7", true, () -> assertThat(Everything.in(haki).count("select count(*) from haki.case_team where org_id = :org and case_id = '"
                        + known.file.id() + "' and role = 'break_glass' and until > since + interval '60 minutes'", known.org)).isZero());
                findings.check("P7", true, () -> assertThat(scene.named(town.ines).visitor().get("/today").text()).contains(Code.shown(known.file.code())));
            }
        }
    }

    /** Kofi gets another office or role from Tomasz. */
    private void move() {
        var kofi = scene.kofi;
        var visitor = kofi.visitor();
        visitor.get("/me");
        var choices = List.of(
                new Membership("caseworker", town.mainDesk.id()), new Membership("caseworker", town.oldbridge.id()),
                new Membership("supervisor", town.oldbridge.id()), new Membership("evaluator", null), new Membership("operator", null));
        var next = one(choices.stream().filter(choice -> !kofi.roles.contains(choice)).toList());
        var path = "/settings/people/" + kofi.person.id();
        var answer = scene.tomasz.visitor().fill(path, path, "name", "Kofi Adjei", "roles", next.role() + "@" + (next.office() == null ? "" : next.office()));
        assertThat(answer.status()).isEqualTo(303);
        kofi.roles = List.of(next);
        kofi.signInAgain();
        findings.check("P8", true, () -> assertThat(visitor.get("/me").location()).startsWith("/sign-in"));
        scene.cases.forEach(known -> findings.check("P8", true, () -> assertThat(kofi.visitor().get(known.file.path()).status() == 200)
                .as(next + " and " + known.file.path()).isEqualTo(scene.sees(kofi, known))));
    }

    private void refuse(Known known) {
        var path = known.file.path() + "/consents";
        var said = known.owner.visitor().fill(path, path, "purpose", one(List.of("reporting", "followup")), "decision", "refused",
                "method", "verbal_phone", "byWhom", "self");
        findings.check("R5", true, () -> assertThat(said.status()).isEqualTo(303));
        findings.check("R5", true, () -> assertThat(note(known)).isTrue());
    }

    private void read(Member member, Known known) {
        int before = scene.trail(member, known);
        var answer = member.visitor().get(known.file.path());
        boolean sees = scene.sees(member, known);
        boolean reads = sees && member.has(PrivacyScene.READ, known.file.office());
        findings.check("P6", reads, () -> assertThat(answer.text()).contains(known.name));
        findings.check("P6", reads, () -> assertThat(scene.trail(member, known)).isGreaterThan(before));
        boolean mayCases = member.roles.stream().anyMatch(role -> PrivacyScene.SEE.contains(role.role()));
        findings.check(known.fenced ? "P3" : "P1", !sees && mayCases, () -> {
            var never = Code.next();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(PrivacyScene.plain(answer, known.file.code())).isEqualTo(PrivacyScene.plain(member.visitor().get("/cases/" + never), never));
        });
        findings.check("P5", !mayCases, () -> assertThat(answer.status()).isIn(403, 404));
    }

    /** After every step: PostgreSQL, for some, Kofi and Tomasz among them; one page, one search and one case, for somebody. */
    private void look() {
        var all = scene.cases.stream().collect(Collectors.toMap(known -> known.file.id(), known -> known));
        for (var member : asked()) {
            var sees = scene.cases.stream().filter(known -> scene.sees(member, known)).map(known -> known.file.id()).collect(Collectors.toSet());
            var shown = scene.shown(member);
            findings.check("P1", true, () -> assertThat(shown.getOrDefault("haki.case_file", Set.of())).as(member.person.signInName())
                    .containsExactlyInAnyOrderElementsOf(sees));
            if (watches(member)) {
                shown.remove("haki.break_glass");
            }
            shown.forEach((table, ids) -> findings.check("P1", true, () ->
                    assertThat(sees).as(table + " to " + member.person.signInName()).containsAll(ids.stream().filter(all::containsKey).toList())));
            boolean admin = member.roles.stream().anyMatch(role -> role.role().equals("administrator"));
            findings.check("P5", admin, () -> assertThat(shown.keySet()).isEmpty());
            scene.cases.stream().filter(known -> admin || known.fenced && !sees.contains(known.file.id()) || known.org != member.org).forEach(known ->
                    findings.check(admin ? "P5" : known.fenced ? "P3" : "P1", true, () ->
                            assertThat(scene.people(member, known.file.client())).as(member.person.signInName()).isZero()));
        }
        pages(one(scene.members));
        read(one(scene.members), one(scene.cases));
        unknown();
    }

    private static boolean watches(Member member) {
        return member.roles.stream().anyMatch(role -> WATCH.contains(role.role()));
    }

    private Set<Member> asked() {
        var asked = new LinkedHashSet<>(List.of(scene.kofi, scene.tomasz));
        for (int i = 0; i < 3; i++) {
            asked.add(one(scene.members));
        }
        return asked;
    }

    private void pages(Member member) {
        var hidden = scene.cases.stream().filter(known -> !scene.sees(member, known)).toList();
        var path = one(PAGES);
        says(path, member.visitor().get(path), hidden, _ -> true, path.equals("/today") && watches(member));
        var sought = one(scene.cases);
        var found = member.visitor().get("/search");
        if (found.status() == 200) {
            says("/search", found.form("/search").send("q", sought.name), hidden, known -> known != sought, false);
        }
    }

    private void says(String path, Page page, List<Known> hidden, Predicate<Known> named, boolean watches) {
        hidden.forEach(known -> {
            var secrets = new ArrayList<>(known.words);
            secrets.add(named.test(known) ? known.name : known.file.client().toString());
            if (!watches) {
                secrets.addAll(List.of(known.file.code(), Code.shown(known.file.code())));
            }
            findings.check(known.fenced ? "P3" : "P1", true, () -> assertThat(page.body()).as(path).doesNotContain(secrets));
        });
    }

    /** Who asks for somebody whom the other organisation knows asks and hears the same as of somebody whom nobody knows. */
    private void unknown() {
        var known = one(scene.cases);
        var stranger = scene.actor(scene.named(known.org == town.riverbend ? town.prem : town.leila));
        var persons = haki.getBean(Persons.class);
        var nobody = "Zulaikha" + any();
        persons.search(stranger, nobody, 10);   // her organisation's keys are fetched now and then
        findings.check("P2", true, () -> assertThat(Statements.during(() -> assertThat(persons.search(stranger, known.name, 10)).isEmpty()))
                .isEqualTo(Statements.during(() -> assertThat(persons.search(stranger, nobody, 10)).isEmpty())));
        findings.check("P2", true, () -> assertThat(Statements.during(() -> assertThat(persons.alike(stranger, Identity.of(known.name, "adult"))).isEmpty()))
                .isEqualTo(Statements.during(() -> assertThat(persons.alike(stranger, Identity.of(nobody, "adult"))).isEmpty())));
    }

    private void nothingInClear() {
        var database = Everything.in(haki);
        scene.cases.stream().limit(2).forEach(known -> {
            for (var clear : List.of(known.name, known.words.isEmpty() ? known.name : known.words.getFirst())) {
                findings.check("P4", true, () -> assertThat(database.holds(clear)).isEmpty());
                findings.check("P4", true, () -> assertThat(database.holds(HexFormat.of().formatHex(clear.getBytes(StandardCharsets.UTF_8)))).isEmpty());
            }
        });
        for (var role : List.of("haki_reports", "haki_public")) {
            findings.check("P4", true, () -> assertThat(database.count("select count(*) from hub.organisation o join pg_tables t on t.schemaname = 'vault' "
                    + "where o.id = :org and has_table_privilege('" + role + "', format('%I.%I', t.schemaname, t.tablename), 'select')", town.riverbend)).as(role).isZero());
        }
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
