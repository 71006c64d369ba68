package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A word that nobody else has is typed into every field for text of every form that four colleagues and a stranger find, another number of
 * it into each. Whether it was taken or refused: it stands in no log, no address and no title (P19), and in the database nowhere
 * in clear (P4) but where it is meant to be read by everybody.
 */
@HakiTest
class CanariesTest {

    private static final String WORD = "Quoxbury";
    private static final Pattern TYPED = Pattern.compile(WORD + "(\\d{4})|0755(\\d{4})173", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea)\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPENS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}|(?<=/key/)[\\w-]{43}|(?<=/guest/)[\\w-]{20,}");
    private static final Pattern LATER = Pattern.compile(".*/(end|lock|sign-out|leaving|suspension|destruction|fence|language)(/.*)?");

    /** The forms whose words everybody at the desk, in the network or in public is meant to read, and that hold nothing of a case. */
    private static final Set<String> IN_CLEAR = Set.of(
            "/settings/communities", "/settings/communities/lines", "/settings/communities/{id}", "/settings/places", "/settings/places/lines",
            "/settings/places/{id}", "/settings/institutions", "/settings/institutions/lines", "/settings/institutions/{id}",
            "/settings/devices", "/settings/network/name", "/settings/network/requests/{id}/approval", "/settings/offices",
            "/settings/offices/{id}", "/settings/organisation", "/settings/public-page", "/settings/regions", "/settings/services",
            "/settings/services/{id}");

    @Autowired
    ApplicationContext haki;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, String> sown = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> opens = new TreeSet<>();
    private final Set<String> findings = new TreeSet<>();
    private int saved;

    @Test
    @Tag("soak")
    void P19_P4_what_is_typed_into_any_form_stands_in_no_log_and_nowhere_in_clear() {
        var town = Town.in(haki);
        var ids = new HashMap<>(new Belongings(haki, town, town.wanjiru).ids());
        List.of("/report/{slug}", "/status/{slug}", "/join/{slug}").forEach(path -> ids.put(path, town.riverbend.slug()));
        var logger = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        log.start();
        logger.addAppender(log);
        try {
            var routes = new ArrayList<>(Route.all());
            for (var person : List.of(town.leila, town.fatou, town.tomasz, town.wanjiru)) {
                opens.add(person.password());
                opens.addAll(person.card());
                types(person.signedIn(), routes, ids);
            }
            types(town.stranger(), routes, ids);
        } finally {
            logger.detachAppender(log);
        }
        nothing_in_the_log();
        nothing_in_clear();
        assertThat(findings).isEmpty();
        assertThat(forms.size()).as("forms filled in").isGreaterThan(50);
        assertThat(saved).as("of them taken").isGreaterThan(15);
        assertThat(opens).as("what opens a door").hasSizeGreaterThan(20);
    }

    /** Fills in what this person finds on the pages that nobody before could open. */
    private void types(Visitor visitor, List<Route> routes, Map<String, String> ids) {
        for (var route : List.copyOf(routes)) {
            if (route.isGet() && known(route, ids)) {
                var page = visitor.get(route.with(ids));
                if (page.status() == 200) {
                    routes.remove(route);
                    type(page);
                }
            }
        }
        List.of("haki", "haki-device", "haki-form").forEach(name -> visitor.cookie(name).ifPresent(opens::add));
    }

    private static boolean known(Route route, Map<String, String> ids) {
        var path = route.path();
        return Pattern.compile("\\{[a-z]+}").matcher(path).results().allMatch(place -> ids.containsKey(path.substring(0, place.end())));
    }

    private void type(Page page) {
        opens(page);
        for (var match = FORM.matcher(page.body()); match.find(); ) {
            var action = attribute(match.group(1), "action");
            var what = action.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}").replaceAll("/[0-9A-Z]{13}", "/{code}");
            if ("post".equals(attribute(match.group(1), "method")) && !LATER.matcher(what).matches() && forms.add(what)) {
                var answer = page.form(action).send(fields(match.group(2), what));
                found(String.valueOf(answer.location()), "in the address after " + what);
                saved += answer.status() == 303 ? 1 : 0;
                opens(answer);
            }
        }
    }

    /** A canary for each field for text, the first choice for each other that has none. */
    private String[] fields(String form, String what) {
        var fields = new ArrayList<String>();
        for (var field = FIELD.matcher(form); field.find(); ) {
            var attributes = field.group(3) == null ? field.group(2) : field.group(3);
            var name = attribute(attributes, "name");
            var type = field.group(1) == null ? "select" : field.group(1).equals("textarea") ? "text" : attribute(attributes, "type");
            if (name == null || name.startsWith("_") || fields.contains(name)) {
                continue;
            }
            switch (type == null ? "text" : type) {
                case "text", "search", "password", "email" -> fields.addAll(List.of(name, canary(WORD + "%04d", what, name)));
                case "tel" -> fields.addAll(List.of(name, canary("0755%04d173", what, name)));
                case "radio" -> fields.addAll(List.of(name, attribute(attributes, "value")));
                case "select" -> {
                    var value = Pattern.compile("<option\\b[^>]*value=\"([^\"]+)\"").matcher(field.group(4));
                    if (value.find()) {
                        fields.addAll(List.of(name, value.group(1)));
                    }
                }
                default -> { }
            }
        }
        return fields.toArray(String[]::new);
    }

    private String canary(String pattern, String form, String field) {
        var number = sown.size() + 1;
        sown.put("%04d".formatted(number), form + " " + field);
        return pattern.formatted(number);
    }

    private void opens(Page page) {
        OPENS.matcher(page.body()).results().forEach(found -> opens.add(found.group().replace(" ", "")));
        if (page.body().contains("<title>")) {
            found(page.body().replaceAll("(?s).*<title>(.*?)</title>.*", "$1"), "in a title");
        }
    }

    /** Notes each canary that stands here and may not. */
    private void found(String text, String where) {
        TYPED.matcher(text).results().map(typed -> typedInto(typed.group())).filter(what -> !IN_CLEAR.contains(what.split(" ")[0]))
                .forEach(what -> findings.add(what + ": " + where));
    }

    private void nothing_in_the_log() {
        var lines = log.list.stream().map(line -> line.getFormattedMessage() + " " + line.getMDCPropertyMap() + " "
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()))).toList();
        lines.forEach(line -> {
            TYPED.matcher(line).results().forEach(typed -> findings.add(typedInto(typed.group()) + ": in the log: " + line));
            opens.stream().filter(line::contains).forEach(_ -> findings.add("what opens a door: in the log: " + line));
        });
    }

    private void nothing_in_clear() {
        var database = Everything.in(haki);
        database.found("(" + WORD + "\\d{4}|0755\\d{4}173)").forEach((typed, tables) -> found(typed, "in clear in " + tables));
        for (var word : List.of(WORD, WORD.toLowerCase(), WORD.toUpperCase())) {
            database.holds(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))).forEach(table -> findings.add("in clear as bytes in " + table));
        }
        opens.forEach(one -> database.holds(one.replace("%", "\\%").replace("_", "\\_")).forEach(table -> findings.add("what opens a door: in clear in " + table)));
    }

    private String typedInto(String canary) {
        return sown.getOrDefault(canary.replaceAll("(?i)" + WORD + "|^0755|173$", ""), canary);
    }

    private static String attribute(String attributes, String name) {
        var matcher = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? matcher.group(1).replace("&amp;", "&") : null;
    }
}
