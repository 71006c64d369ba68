package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.Sources;
import org.haki.Town;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.referrals.Referrals;
import org.haki.referrals.SendReferral;
import org.haki.referrals.SharedCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Two organisations of one network, with a window from one onto a case of the other. Whatever method of whatever repository
 * is called with whatever the other one has, the answer tells nothing of it, is the same as for what was never given to
 * anything, and changes no row of it. A new method is called by itself; {@code across.txt} lists those that are not held to
 * this, each with the reason.
 */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoriesTest {

    private static final int DRAWS = 9;
    private static final int DRAWS_IN_SOAK = 80;

    @Autowired ApplicationContext haki;
    private Rows rows;
    private Map<String, List<JsonNode>> theirs;
    private Map<String, List<JsonNode>> ours;
    private Secrets secrets;
    private Secrets throughTheWindow;
    private Town there;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Object> repositories = new TreeMap<>();
    private final Map<String, Collection<String>> about = new HashMap<>();
    private Actor staff;

    @BeforeAll
    void two_organisations() {
        rows = new Rows(haki);
        there = Town.in(haki);
        var here = Town.in(haki);
        var belongings = new Belongings(haki, there, there.wanjiru);
        new Belongings(haki, here, here.wanjiru, belongings.network());
        var everybody = here.person(here.riverbend, "Everybody", "everybody",
                RightsTest.roles().stream().map(Town::everywhere).toArray(Membership[]::new));
        staff = everybody.actor();
        var window = window(here, belongings.ids().get("/cases/{code}"));
        actors.put("staff", staff);
        actors.put("figures", staff);
        actors.put("guest", staff.atWindow(window, there.riverbend.id(), there.mainDesk.id(), staff.rights().values().iterator().next()));
        actors.put("public", Actor.atPublicPage(here.riverbend.id(), staff.zone(), "req-1"));
        actors.put("public there", Actor.atPublicPage(there.riverbend.id(), staff.zone(), "req-2"));
        theirs = rows.of(there.riverbend.id());
        ours = rows.of(here.riverbend.id());
        secrets = new Secrets(theirs, ours)
                .without(rows.some("hub.case_window", "t.id = '" + window + "'")).without(rows.some("hub.organisation", "true"));
        throughTheWindow = secrets.without(consented(window));
        Stream.of(haki.getBeanDefinitionNames()).map(haki::getBean).filter(bean -> AopProxyUtils.ultimateTargetClass(bean).getName()
                .matches("org\\.haki\\..*Repository")).forEach(bean -> repositories.put(AopProxyUtils.ultimateTargetClass(bean).getSimpleName(), bean));
    }

    @AfterAll
    void as_before() {
        rows.close();
    }

    @Test
    void no_method_of_a_repository_tells_or_changes_anything_of_another_organisation() {
        nothing_crosses(DRAWS, Long.getLong("haki.seed", System.nanoTime()));
    }

    @Test
    @Tag("soak")
    void no_method_of_a_repository_tells_or_changes_anything_whatever_it_is_given() {
        nothing_crosses(DRAWS_IN_SOAK, System.nanoTime());
    }

    @Test
    void a_function_that_forgets_to_ask_for_the_organisation_is_found() {
        var whole = rows.function("hub.colleagues()");
        rows.change(whole.replaceFirst("org_id = haki\\.org\\(\\)", "org_id is not null"));
        try {
            var calls = new RepositoryCalls(haki, actors, there.riverbend.id(), staff.org());
            each(new Across(), name -> name.equals("StaffRepository.colleagues"), (name, repository, method) ->
                    calls.theirs(repository, method, name, "staff", secrets, pick(theirs, about(name)), 1, 1));
            assertThat(calls.findings()).containsOnlyKeys("StaffRepository.colleagues");
        } finally {
            rows.change(whole);
        }
    }

    private void nothing_crosses(int draws, long seed) {
        long begin = System.nanoTime();
        var before = rows.of(there.riverbend.id());
        var across = new Across();
        var calls = new RepositoryCalls(haki, actors, there.riverbend.id(), staff.org());
        each(across, _ -> true, (name, repository, method) -> calls.own(repository, method, name, pick(ours, about(name))));
        actors.keySet().forEach(who -> each(across, _ -> true, (name, repository, method) -> calls.theirs(repository, method, name, who,
                who.equals("guest") ? throughTheWindow : secrets, pick(theirs, about(name)), seed, who.equals("staff") ? draws : draws / 3)));
        System.out.println("Fuzz with -Dhaki.seed=" + seed + ": " + calls + ", " + secrets.size() + " secrets, in "
                + (System.nanoTime() - begin) / 1_000_000 + " ms");
        assertThat(across.unexplained(calls.findings())).as("seen to cross, with -Dhaki.seed=" + seed).isEmpty();
        assertThat(across.wrong(calls)).as("what across.txt should say").isEmpty();
        assertThat(changed(before, rows.of(there.riverbend.id()))).isEmpty();
    }

    private interface EachMethod {
        void call(String name, Object repository, Method method);
    }

    private void each(Across across, Predicate<String> which, EachMethod deed) {
        repositories.forEach((repository, bean) -> methods(bean).forEach(method -> {
            var name = repository + "." + method.getName();
            if (which.test(name) && !across.notCalled(name)) {
                deed.call(name, bean, method);
            }
        }));
    }

    /** The rows that a repository's methods are about, by the tables that its source names. */
    private Collection<String> about(String method) {
        return about.computeIfAbsent(method.substring(0, method.indexOf('.')), repository ->
                Sources.matches(Sources.of("/" + repository + ".java", Sources.MAIN).files().getFirst(), "\\b(haki|hub|vault|facts)\\.([a-z_]+)")
                        .map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<JsonNode> pick(Map<String, List<JsonNode>> rows, Collection<String> about) {
        var picked = new ArrayList<JsonNode>();
        rows.forEach((table, some) -> {
            if (about.contains(table)) {
                picked.addAll(some);
            }
        });
        if (picked.isEmpty()) {
            rows.forEach((table, some) -> {
                if (table.startsWith("hub.") || picked.isEmpty()) {
                    picked.addAll(some);
                }
            });
        }
        return picked;
    }

    private static List<Method> methods(Object repository) {
        return Arrays.stream(AopProxyUtils.ultimateTargetClass(repository).getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** Their case is shared with us, the plan alone, and one of us has taken it on. */
    private UUID window(Town here, String code) {
        var referrals = haki.getBean(Referrals.class);
        referrals.send(there.wanjiru.actor(), code, new SendReferral("service", "legal", here.riverbend.id().toString(), "normal", List.of("plan"),
                "none", "", "She sleeps at the mill", "now", "verbal_phone", "self", "", "", ""), Op.own());
        var window = rows.some("hub.case_window", "t.to_org = '" + here.riverbend.id() + "' and t.owner_org = '" + there.riverbend.id() + "'")
                .getLast().get("id").asString();
        haki.getBean(SharedCases.class).accept(staff, UUID.fromString(window), Op.own());
        return UUID.fromString(window);
    }

    /** What the client agreed to show: the case's own row, the plan, the request; and what the guest wrote or was lent. */
    private List<JsonNode> consented(UUID window) {
        var here = "t.org_id = '" + there.riverbend.id() + "' and t.";
        var file = rows.some("hub.case_window", "t.id = '" + window + "'").getFirst().get("case_id").asString();
        var consented = new ArrayList<>(rows.some("haki.case_file", here + "id = '" + file + "'"));
        consented.addAll(rows.some("haki.activity", here + "case_id = '" + file + "'"));
        consented.addAll(rows.some("haki.referral", here + "id = '" + window + "'"));
        consented.addAll(rows.some("hub.window_wrap", "t.window_id = '" + window + "'"));
        return consented;
    }

    private static List<String> changed(Map<String, List<JsonNode>> before, Map<String, List<JsonNode>> after) {
        return before.keySet().stream().filter(table -> !table.startsWith("haki.audit_") && !Set.copyOf(before.get(table)).equals(Set.copyOf(after.get(table)))).toList();
    }
}
