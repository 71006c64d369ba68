package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.referrals.Referrals;
import org.haki.referrals.SendReferral;
import org.haki.referrals.SharedCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What another organisation or another office has is not there: every address answers as for an id that was never given, in
 * every byte and header, whoever asks, and nothing changes; no word of it stands in a page, in a mail or in the log. The
 * stranger is of the same network, and one case is shared with her organisation. Two towns, so that both sides have everything.
 */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsTest {

    @Autowired
    ApplicationContext haki;

    Town here;
    Town there;
    Belongings ours;
    Belongings theirs;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    void two_towns() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        here = Town.in(haki);
        there = Town.in(haki);
        ours = new Belongings(haki, here, here.wanjiru);
        theirs = new Belongings(haki, there, there.wanjiru);
        shared();
    }

    /** Riverbend shares the plan of its case with Northgate, and Sushila takes it on. */
    private void shared() {
        haki.getBean(Referrals.class).send(there.wanjiru.actor(), theirs.ids().get("/cases/{code}"), new SendReferral(
                "service", "legal", there.northgate.id().toString(), "normal", List.of("plan"), "none", "", "Please help", "now", "verbal_phone",
                "self", "", "", ""), Op.own());
        var window = haki.getBean(SharedCases.class).waiting(there.sushila.actor(), 1).getFirst().id();
        haki.getBean(SharedCases.class).accept(there.sushila.actor(), window, Op.own());
    }

    @AfterAll
    void no_word_of_a_case_stands_in_the_log_or_in_a_mail() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        var lines = log.list.stream().map(line -> line.getFormattedMessage() + " " + line.getMDCPropertyMap() + " "
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()))).toList();
        assertThat(lines).noneSatisfy(line -> assertThat(line).containsAnyOf(Belongings.CANARIES.toArray(String[]::new)));
        assertThat(Everything.in(haki).outbox(there.northgate)).isNotEmpty()
                .noneSatisfy(message -> assertThat(message).containsAnyOf(Belongings.CANARIES.toArray(String[]::new)))
                .allSatisfy(message -> assertThat(message).as("the request, and nothing else").startsWith("referral"));
    }

    static List<String> roles() {
        return RightsTest.roles();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void nothing_of_another_organisation_is_there(String role) {
        var stranger = there.person(there.northgate, "Somebody", role + "-stranger", Town.everywhere(role)).signedIn();
        sees_nothing(role, stranger, theirs.ids(), route -> true);
        var csrf = csrf(stranger);
        Route.needingASession().stream().filter(route -> route.places() == 0 && route.isGet()).forEach(route ->
                holds_no_canary(role + " " + route, route.ask(stranger, csrf, route.path())));
        for (var word : List.of("Asha", "Thapa", "555 0173", theirs.ids().get("/cases/{code}"), theirs.ids().get("/intake/{code}"))) {
            finds_nothing(stranger, csrf, "/search", "q", word);
            finds_nothing(stranger, csrf, "/people/search", "typed", word);
        }
    }

    /** The same route with ids of every other kind that they have: a person's for a case's, a note's for a window's. */
    @Test
    void nothing_of_another_organisation_is_there_under_an_id_of_another_kind() {
        every_kind(3);
    }

    @Test
    @Tag("soak")
    void nothing_of_another_organisation_is_there_under_any_id_of_any_kind() {
        every_kind(Integer.MAX_VALUE);
    }

    private void every_kind(int kinds) {
        var everybody = there.person(there.northgate, "Everybody", "everybody" + kinds, roles().stream().map(Town::everywhere).toArray(Membership[]::new));
        var stranger = everybody.signedIn();
        var seed = Long.getLong("haki.seed", System.nanoTime());
        var values = new ArrayList<>(new TreeSet<>(theirs.ids().values()));
        Collections.shuffle(values, new Random(seed));
        for (var value : values.subList(0, Math.min(kinds, values.size()))) {
            var one = new TreeMap<String, String>();
            theirs.ids().keySet().forEach(place -> one.put(place, value));
            sees_nothing("everybody, seed " + seed + ", " + value, stranger, one, route -> true);
        }
    }

    /** What is looked for by word is answered as a word that nobody has. */
    private void finds_nothing(Visitor visitor, String csrf, String path, String field, String word) {
        var never = word.length() == 13 ? Code.next() : word.replace('A', 'Q').replace('T', 'Z').replace("555", "444");
        var found = visitor.post(path, "_csrf", csrf, field, word);
        var nothing = visitor.post(path, "_csrf", csrf, field, never);
        assertThat(found.status()).as(path).isEqualTo(nothing.status());
        assertThat(found.location() == null).isEqualTo(nothing.location() == null);
        assertThat(plain(found, csrf, Map.of("", word))).as(path).isEqualTo(plain(nothing, csrf, Map.of("", never)));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void nothing_of_another_organisation_is_there_under_a_case_of_ones_own(String role) {
        var stranger = here.person(here.riverbend, "Somebody", role + "-own-case", Town.everywhere(role)).signedIn();
        var mixed = new TreeMap<>(theirs.ids());
        var own = CaseStory.in(haki, here).open().code();
        assertThat(stranger.get("/cases/" + own).status()).isIn(200, 403);
        mixed.put("/cases/{code}", own);
        mixed.put("/intake/{code}", ours.ids().get("/intake/{code}"));
        sees_nothing(role, stranger, mixed, route -> route.places() > 1 && !route.path().contains("/attempts/"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void nothing_of_another_office_is_there(String role) {
        var colleague = there.person(there.riverbend, "Somebody", role + "-colleague", new Membership(role, there.oldbridge.id())).signedIn();
        sees_nothing(role, colleague, theirs.ids(), route -> route.path().matches("/(cases|intake|walk-ins|people)/.*"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void no_page_without_an_id_holds_a_word_of_another_office(String role) {
        var colleague = there.person(there.riverbend, "Somebody", role + "-reader", new Membership(role, there.oldbridge.id())).signedIn();
        var csrf = csrf(colleague);
        Route.needingASession().stream().filter(route -> route.places() == 0 && route.isGet()).forEach(route ->
                holds_no_canary(role + " " + route, route.ask(colleague, csrf, route.path())));
        assertThat(colleague.post("/search", "_csrf", csrf, "q", "Asha").body().replace("value=\"Asha\"", "")).doesNotContain("Thapa");
        assertThat(colleague.post("/people/search", "_csrf", csrf, "typed", "Asha").body()).doesNotContain("Thapa");
    }

    @Test
    void those_who_belong_there_do_find_it() {
        var leila = there.leila.signedIn();
        var code = theirs.ids().get("/cases/{code}");
        assertThat(leila.get("/cases/" + code).body()).contains("Asha", "came back last night", "sleeps at the mill");
        assertThat(leila.get("/intake/" + theirs.ids().get("/intake/{code}")).body()).contains("under the bridge");
        assertThat(leila.get("/people/" + theirs.ids().get("/people/{id}")).body()).contains("Asha", "555 0173");
        assertThat(leila.get("/cases/" + code + "/activities/" + theirs.ids().get("/cases/{code}/activities/{id}")).status()).isIn(200, 303);
        assertThat(leila.get("/cases/" + code + "/notes/" + theirs.ids().get("/cases/{code}/notes/{note}")).status()).isEqualTo(200);
        assertThat(there.tomasz.signedIn().get("/settings/people/" + theirs.ids().get("/settings/people/{id}")).status()).isEqualTo(200);
    }

    @Test
    void every_change_that_is_made_leaves_its_line_in_the_trail() {
        var file = "/cases/" + ours.ids().get("/cases/{code}");
        var person = "/people/" + ours.ids().get("/people/{id}");
        var report = "/intake/" + ours.ids().get("/intake/{code}");
        var before = ours.rows();
        leaves("case.write", here.wanjiru, file + "/notes/new", file + "/notes", "text", "She called again");
        leaves("case.fence", here.wanjiru, file + "/fence", file + "/fence", "reason", "danger");
        leaves("person.write", here.leila, person + "/edit", person, "name", "Asha Rai");
        leaves("intake.decide", here.fatou, report + "/decline", report + "/decline", "reason", "out_of_area", "told", "spoke");
        leaves("intake.restore", here.leila, report, report + "/restoration");
        leaves("settings.change", here.tomasz, "/settings/offices", "/settings/offices", "name", "Hilltop");
        leaves("me.change", here.ines, "/me", "/me");
        assertThat(ours.rows()).as("so a change is seen in the rows").isNotEqualTo(before);
    }

    private void leaves(String verb, Town.Person who, String page, String action, String... fields) {
        var visitor = who.signedIn();
        var last = ours.lastEntry();
        var answer = visitor.get(page).form(action);
        var done = answer.send(fields);
        assertThat(done.status()).as(action + " " + done.text()).isEqualTo(303);
        assertThat(ours.deedsSince(last, who.id()).split(" ")).as(action).contains(verb);
    }

    private void sees_nothing(String role, Visitor visitor, Map<String, String> ids, Predicate<Route> which) {
        var csrf = csrf(visitor);
        var before = theirs.rows();
        var nobodys = Belongings.nobodys(ids);
        ids.forEach((place, id) -> {
            if (!theirs.ids().containsValue(id)) {
                nobodys.put(place, id);
            }
        });
        boolean own = !theirs.ids().values().containsAll(ids.values());
        for (var route : Route.needingASession().stream().filter(route -> route.places() > 0).filter(which).toList()) {
            var name = role + " " + route;
            var answer = route.ask(visitor, csrf, route.with(ids));
            var never = route.ask(visitor, csrf, route.with(nobodys));
            assertThat(answer.status()).as(name).isEqualTo(never.status());
            assertThat(plain(answer.steadyHeaders().toString(), answer, csrf, ids)).as(name).isEqualTo(plain(never.steadyHeaders().toString(), never, csrf, nobodys));
            if (own && !route.isGet()) {
                assertThat(answer.status()).as(name).isGreaterThanOrEqualTo(400);
            } else if (!route.toString().contains("/drafts/")) { // ending a draft says the same whether there was one or not
                assertThat(answer.status()).as(name).isIn(403, 404);
            }
            assertThat(plain(answer, csrf, ids)).as(name).isEqualTo(plain(never, csrf, nobodys));
            if (!own) { // on a page of one's own stands what one has
                holds_no_canary(name, answer);
            }
        }
        assertThat(theirs.rows()).as(role + " changed nothing").isEqualTo(before);
    }

    private static void holds_no_canary(String name, Page answer) {
        assertThat(answer.body()).as(name).doesNotContain(Belongings.CANARIES);
        assertThat(answer.steadyHeaders().toString()).as(name).doesNotContain(Belongings.CANARIES);
    }

    /** The bytes of an answer without what is new in each: the request's id, the form's token, and the ids asked for. */
    private static String plain(Page page, String csrf, Map<String, String> ids) {
        return plain(page.body(), page, csrf, ids);
    }

    private static String plain(String text, Page page, String csrf, Map<String, String> ids) {
        var plain = text.replace(page.header("X-Request-Id"), "").replace(csrf, "").replaceAll("name=\"(_csrf|op)\" value=\"[^\"]*\"", "");
        for (var id : ids.values()) {
            plain = isNumber(id) ? plain : plain.replace(id, "");
        }
        return plain;
    }

    /** The number of a version is no id: it stands in every page for other things. */
    private static boolean isNumber(String id) {
        return id.length() < 4;
    }

    private static String csrf(Visitor visitor) {
        return visitor.get("/me").form("/me").value("_csrf");
    }
}
