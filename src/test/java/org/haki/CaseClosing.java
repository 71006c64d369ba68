package org.haki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.cases.CaseFile;

/** A case comes to its end at the front door, and its client may be asked how it was. */
public final class CaseClosing {

    /** What a client is asked afterwards. */
    public static final String HOW_IT_WAS = """
            | survey |
            | | type | name | label | required |
            | | select_one rating | overall | Overall, how was our service? | yes |
            | | text | improve | What should we improve? | |
            | choices |
            | | list_name | name | label |
            | | rating | good | Good |
            | | rating | bad | Bad |
            | settings |
            | | form_title | form_id | version |
            | | How it was | how_it_was | 1 |
            """;
    private static final Pattern STEP = Pattern.compile("(?s)<select[^>]*name=\"(step-[^\"]+)\".*?<option value=\"(?!stays)([^\"]+)\"");

    private final Town town;

    public CaseClosing(Town town) {
        this.town = town;
    }

    /** The client decides whether she may be asked afterwards. */
    public void agrees(CaseFile file, String decision) {
        var said = wanjiru().fill(file.path() + "/consents", file.path() + "/consents", "purpose", "followup", "decision", decision, "method", "verbal_phone", "byWhom", "self");
        assertThat(said.status()).as(said.text()).isEqualTo(303);
    }

    /** Its worker proposes to close it, and the operator checks that. */
    public void closed(CaseFile file) {
        var open = wanjiru().get(file.path() + "/activities/open");
        var done = new ArrayList<String>();
        for (var step = STEP.matcher(open.body()); step.find(); ) {
            done.addAll(List.of(step.group(1), step.group(2)));
        }
        assertThat(open.form(file.path() + "/activities/open").send(done.toArray(String[]::new)).status()).isEqualTo(303);
        var proposed = wanjiru().fill(file.path() + "/closing", file.path() + "/closing", "outcome", "solved", "reason", "completed", "serviceLevel", "legal",
                "summary", "The order stands.", "toldReturn", "yes", "verifier", town.fatou.id().toString());
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(303);
        var checked = town.fatou.signedIn().fill(file.path() + "/verification", file.path() + "/verification", "result", "confirmed", "spokenWith", "client");
        assertThat(checked.status()).as(checked.text()).isEqualTo(303);
    }

    private Visitor wanjiru() {
        return town.wanjiru.signedIn();
    }
}
