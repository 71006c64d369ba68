package org.haki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.haki.xlsform.XlsxFile;

/** Somebody who keeps an organisation's own forms, at the front door. */
public record OwnForms(Visitor keeper) {

    public static final String PATH = "/settings/forms";

    /** A survey of a home: a choice that asks another, people in a repeat, a number with its bounds. */
    public static final String HOME = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | required | relevant | constraint | constraint_message::English (en) |
            | | text | village | Village | Aldea | | | | |
            | | select_one yes_no | has_id | Has everybody an identity card? | ¿Todos tienen documento? | yes | | | |
            | | select_multiple reasons | why_not | What stands in the way? | ¿Qué lo impide? | | ${has_id} = 'no' | | |
            | | begin_repeat | person | Person | Persona | | | | |
            | | text | name | Name | Nombre | | | | |
            | | integer | age | Age | Edad | | | . <= 120 | Nobody is that old. |
            | | end_repeat | | | | | | | |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) |
            | | yes_no | yes | Yes | Sí |
            | | yes_no | no | No | No |
            | | reasons | fee | The fee | El costo |
            | | reasons | far | It is far | Está lejos |
            | settings |
            | | form_title | form_id | version | default_language |
            | | Needs at home | home | 1 | English (en) |
            """;

    /** A visit at home, which follows up on a case. */
    public static final String VISIT = """
            | survey |
            | | type | name | label |
            | | text | case_code | Code of the case |
            | | select_one result | result | How is she now? |
            | | text | words | What did you see? |
            | choices |
            | | list_name | name | label |
            | | result | better | Better |
            | | result | same | As before |
            | | result | worse | Worse |
            | settings |
            | | form_title | form_id | version |
            | | Home visit | visit | 1 |
            """;

    /** What somebody tells a paralegal, with a few of the names that Haki knows. */
    public static final String TOLD = """
            | survey |
            | | type | name | label |
            | | text | client_name | Her name |
            | | integer | age | Her age |
            | | text | what | What happened? |
            | | select_one danger | danger | Is she in danger? |
            | | text | phone | Telephone |
            | | text | place | Where? |
            | choices |
            | | list_name | name | label |
            | | danger | now | Now |
            | | danger | no | No |
            | | danger | perhaps | Perhaps |
            | settings |
            | | form_title | form_id | version |
            | | What she told | told | 1 |
            """;

    /** Publishes {@link #TOLD} as this use; answers where it is filled in. */
    public String told(String use, String... more) {
        var kept = published(TOLD);
        var said = Stream.concat(Stream.of("use", use), Stream.of(more)).toArray(String[]::new);
        assertThat(keeper.fill(kept, kept + "/use", said).status()).isEqualTo(303);
        return kept.replace("/settings", "");
    }

    /** A form that keeps book of households. */
    public static final String HOUSEHOLD = """
            | survey |
            | | type | name | label | save_to |
            | | text | head | Who heads it? | head |
            | | text | village | Village | village |
            | | integer | people | How many live there? | people |
            | settings |
            | | form_title | form_id | version |
            | | Household | household | 1 |
            | entities |
            | | list_name | label |
            | | households | ${head} |
            """;

    /** One that chooses a household and changes it. */
    public static final String HOUSEHOLD_VISIT = """
            | survey |
            | | type | name | label | save_to |
            | | select_one_from_file households.csv | home | Which household? | |
            | | text | head | Who heads it now? | head |
            | | text | village | Village | village |
            | | integer | people | How many live there now? | people |
            | settings |
            | | form_title | form_id | version |
            | | Household visit | household_visit | 1 |
            | entities |
            | | list_name | entity_id | label |
            | | households | ${home} | ${head} |
            """;

    /** A visit at home that chooses its case from the list, and says so to the phone's own book of it. */
    public static final String LISTED = """
            | survey |
            | | type | name | label | save_to |
            | | select_one_from_file cases.csv | case_code | Whom did you visit? | |
            | | select_one result | result | How is she now? | |
            | | text | words | What did you see? | words |
            | choices |
            | | list_name | name | label |
            | | result | better | Better |
            | | result | worse | Worse |
            | settings |
            | | form_title | form_id | version |
            | | Home visit | listed | 1 |
            | entities |
            | | list_name | entity_id |
            | | cases | ${case_code} |
            """;

    /** Publishes both, and somebody fills in that there is a household and what was found there; answers where it stands in the list. */
    public String household(Visitor visitor) {
        var making = published(HOUSEHOLD).replace("/settings", "");
        var changing = published(HOUSEHOLD_VISIT).replace("/settings", "");
        assertThat(visitor.get(making + "/new").form(making + "/sheets").send("a/head", "Otieno", "a/village", "Kibra").status()).isEqualTo(303);
        var list = visitor.get("/form-lists").body().replaceAll("(?s).*href=\"(/form-lists/[^\"]+)\".*", "$1");
        var row = visitor.get(list).body().replaceAll("(?s).*href=\"(/form-lists/[^\"]+/rows/[^\"]+)\".*", "$1");
        assertThat(visitor.get(changing + "/new").form(changing + "/sheets").send("a/home", row.replaceAll(".*/", ""), "a/village", "Mathare").status()).isEqualTo(303);
        return row;
    }

    /** Publishes this form to follow up on cases, with a list of them that shows so much; answers where it is kept. */
    public String bringing(String markdown, String shows) {
        var kept = published(markdown);
        assertThat(keeper.fill(kept, kept + "/use", "use", "followup").status()).isEqualTo(303);
        assertThat(keeper.fill(kept, kept + "/case-list", "shows", shows).status()).isEqualTo(303);
        return kept;
    }

    /** Publishes {@link #VISIT} to follow up on cases; answers where it is filled in. */
    public String followsUp() {
        var kept = published(VISIT);
        assertThat(keeper.fill(kept, kept + "/use", "use", "followup").status()).isEqualTo(303);
        return kept.replace("/settings", "");
    }

    /** The same, and somebody fills it in on a case; answers where that is read. */
    public String followedUp(Visitor visitor, String code, String words) {
        var form = followsUp();
        var answer = visitor.get(form + "/new?on=" + code).form(form + "/sheets").send("a/words", words);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }

    /** Uploads a workbook in the markdown of {@link XlsxFile}. */
    public Page upload(String markdown) {
        return upload("book.xlsx", XlsxFile.of(markdown).bytes());
    }

    /** Uploads this file on the page of all forms. */
    public Page upload(String name, byte[] bytes) {
        return upload(PATH, PATH, name, bytes);
    }

    /** Uploads this file by the form of this page. */
    public Page upload(String page, String action, String name, byte[] bytes) {
        return keeper.get(page).form(action).upload("book", name, "application/octet-stream", bytes);
    }

    /** Uploads and publishes; answers where the form is kept. */
    public String published(String markdown) {
        return published("book.xlsx", XlsxFile.of(markdown).bytes());
    }

    /** The same with this file. */
    public String published(String name, byte[] bytes) {
        var uploaded = upload(name, bytes);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(303);
        var path = uploaded.location().replaceAll("\\?.*", "");
        var answer = keeper.fill(path, path + "/versions");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return path;
    }
}
