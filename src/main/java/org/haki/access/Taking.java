package org.haki.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haki.kernel.Actor;
import org.haki.ui.Words;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Somebody takes a list along.
 *
 * @param asked    what of the list she asked for, as its page's address says
 * @param language in which she takes it
 */
public record Taking(Actor actor, Map<String, String> asked, String language, Words words) {

    private static final List<String> OURS = List.of("_csrf", "_page", "op", "base", "l", "list", "format", "current", "why");

    /** From the parameters of a request. */
    static Taking of(Actor actor, Map<String, String[]> parameters, String language, Words words) {
        var asked = new TreeMap<String, String>();
        parameters.forEach((name, values) -> {
            if (!OURS.contains(name)) {
                asked.put(name, values[0]);
            }
        });
        return new Taking(actor, asked, language, words);
    }

    /** What was asked for by this name, or "". */
    public String of(String name) {
        return asked.getOrDefault(name, "");
    }

    /** This address, with these of what was asked for. */
    public String address(String path, String... names) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : names) {
            if (!of(name).isEmpty()) {
                kept.put(name, of(name));
            }
        }
        return address(path, kept);
    }

    /** Where this list is taken along. */
    String address(String list) {
        var kept = new LinkedHashMap<String, String>();
        kept.put("list", list);
        kept.putAll(asked);
        return address("/downloads", kept);
    }

    private static String address(String path, Map<String, String> query) {
        var address = UriComponentsBuilder.fromPath(path);
        query.keySet().stream().filter(name -> name.matches("[a-z]{1,20}")).forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(query).toUriString();
    }

    /** The sentence in her language. */
    public String say(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }

    /** The words of these keys, which begin like this, in a row. */
    public String each(String prefix, List<String> keys) {
        return keys.stream().map(key -> say(prefix + key)).collect(Collectors.joining(", "));
    }

    /** The day of a moment where she works; {@code null} for none. */
    public LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, actor.zone());
    }

    /** A moment where she works, to the minute; {@code null} for none. */
    public LocalDateTime minute(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MINUTES), actor.zone());
    }
}
