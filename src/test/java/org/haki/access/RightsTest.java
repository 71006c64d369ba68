package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what: the file of rights, read here once more and by other means, against all that Haki does. */
@HakiTest
class RightsTest {

    private static final Pattern VERB = Pattern.compile("^  ([a-z_.]+): +\\[(.*)]$");
    private static final Pattern ROLE = Pattern.compile("^  ([a-z]+): \\p{Upper}.*$");
    private static final Map<String, Set<String>> RIGHTS = rights();
    private static final List<Route> ROUTES = Route.needingASession();

    @Autowired
    ApplicationContext haki;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    static List<String> roles() {
        return Route.lines(Path.of("src/main/resources/access/rights.yaml")).stream()
                .map(ROLE::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void P31_pages_that_count_any_days_are_for_who_sees_the_cases() {
        for (var verb : List.of("report.workers", "report.mine", "report.intake", "report.rows")) {
            assertThat(RIGHTS.get("case.see")).as(verb).containsAll(RIGHTS.get(verb));
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_may_do_exactly_what_the_file_says(String role) {
        var actor = town.person(town.riverbend, "Somebody", role, Town.everywhere(role)).actor();
        var elsewhere = town.person(town.riverbend, "Somebody", role + "-at-oldbridge", new Membership(role, town.oldbridge.id())).actor();
        var work = haki.getBean(Work.class);
        assertThat(RIGHTS).isNotEmpty();
        RIGHTS.forEach((verb, roles) -> {
            if (roles.contains(role)) {
                assertThatCode(() -> work.as(actor, verb, () -> {})).as(verb).doesNotThrowAnyException();
                assertThat(elsewhere.officesFor(verb)).as(verb).containsExactly(town.oldbridge.id());
            } else {
                assertThatThrownBy(() -> work.as(actor, verb, () -> {}), verb).isInstanceOf(Problem.class);
                assertThat(actor.officesFor(verb)).as(verb).isEmpty();
            }
        });
    }

    @Test
    void every_route_says_which_verb_it_needs() {
        var known = Route.all().stream().map(route -> route.method() + " " + route.path()).collect(Collectors.toCollection(TreeSet::new));
        var found = new TreeSet<String>();
        haki.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            mapping.getPatternValues().forEach(path -> {
                methods.forEach(method -> found.add(method + " " + path));
                if (methods.isEmpty()) {
                    found.add("ANY " + path);
                }
            });
        });
        assertThat(known).as("routes.txt lists every route there is").containsExactlyElementsOf(found);
        assertThat(RIGHTS.keySet()).containsAll(ROUTES.stream().map(Route::verb).toList());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_route_is_open_to_the_roles_with_its_verb_and_to_no_other(String role) {
        var person = town.person(town.riverbend, "Somebody", role, Town.everywhere(role));
        var owner = RIGHTS.get("case.write").contains(role) ? person : town.wanjiru;
        var ids = new Belongings(haki, town, owner).ids();
        var visitor = person.signedIn();
        var csrf = visitor.get("/me").form("/me").value("_csrf");
        for (var route : ROUTES) {
            var answer = route.ask(visitor, csrf, route.with(ids));
            if (RIGHTS.get(route.verb()).contains(role)) {
                assertThat(answer.status()).as(role + " may: " + route).isNotEqualTo(403).isLessThan(500);
            } else {
                assertThat(answer.status()).as(role + " may not: " + route).isIn(403, 404);
                assertThat(answer.body()).as(role + " may not: " + route).doesNotContain(Belongings.CANARIES);
            }
        }
    }

    @Test
    void P5_the_administrator_sees_nothing_of_a_case_anywhere() {
        var ids = new Belongings(haki, town, town.wanjiru).ids();
        var tomasz = town.tomasz.signedIn();
        ROUTES.stream().filter(Route::isGet).forEach(route ->
                assertThat(tomasz.get(route.with(ids)).body()).as(route.path()).doesNotContain(Belongings.CANARIES));
    }

    private static Map<String, Set<String>> rights() {
        var rights = new TreeMap<String, Set<String>>();
        Route.lines(Path.of("src/main/resources/access/rights.yaml")).stream().map(VERB::matcher).filter(match -> match.matches()).forEach(match ->
                rights.put(match.group(1), Arrays.stream(match.group(2).split(", *")).collect(Collectors.toSet())));
        return rights;
    }
}
