package org.haki.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * How an organisation's public page looks. Whoever glances at the screen must not read from it what it is about, so a
 * name is shown only where the organisation says so.
 *
 * @param accent one of {@link #ACCENTS}
 * @param title  in the window's title and on top; "" for our own neutral one
 * @param name   the name on the page; "" for none
 * @param text   a few words of its own by language; may lack any
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublicLook(String accent, String title, String name, Map<String, String> text) {

    /** Colours that can be read in light and dark (tokens.css); there are no others. */
    public static final List<String> ACCENTS = List.of("green", "blue", "teal", "violet", "brown", "slate");

    /** Neutral, in our green. */
    public static final PublicLook PLAIN = new PublicLook("green", "", "", Map.of());

    public PublicLook {
        accent = ACCENTS.contains(accent) ? accent : "green";
        title = title == null ? "" : title;
        name = name == null ? "" : name;
        text = text == null ? Map.of() : Map.copyOf(text);
    }

    /** Its own words in this language, or "". */
    public String textIn(String language) {
        return text.getOrDefault(language, "");
    }
}
