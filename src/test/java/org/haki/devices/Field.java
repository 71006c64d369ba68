package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town with forms and devices, as devices and their keeper see it. */
final class Field {

    /** A form with two pictures. */
    static final String PHOTO = """
            | survey |
            | | type | name | label |
            | | text | village | Village |
            | | integer | homes | How many homes? |
            | | select_one yes_no | road | Is there a road? |
            | | image | house | House |
            | | image | map | Map |
            | choices |
            | | list_name | name | label |
            | | yes_no | yes | Yes |
            | | yes_no | no | No |
            | settings |
            | | form_title | form_id | version |
            | | House & home | photo | 1 |
            """;
    static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    final ApplicationContext haki;
    final Town town;
    final Visitor tomasz;
    final OwnForms forms;
    private final HttpClient http = HttpClient.newHttpClient();

    Field(ApplicationContext haki) {
        this.haki = haki;
        this.town = Town.in(haki);
        this.tomasz = town.tomasz.signedIn();
        this.forms = new OwnForms(tomasz);
    }

    /** Lets a device in, of this person, or of the office for {@code null}; answers the page that is shown once. */
    Page enrolled(String name, Town.Person person) {
        return tomasz.fill("/settings/devices", "/settings/devices", "name", name, "office", town.mainDesk.id().toString(),
                "person", person == null ? "" : person.id().toString());
    }

    /** The same; answers the address that is in its picture. */
    String address(String name, Town.Person person) {
        var page = enrolled(name, person);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        var found = Pattern.compile("http://[^<\\s]*/key/[\\w-]{43}").matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group();
    }

    /** The address of the device of somebody who filled in forms once, and does not any more. */
    String withoutRights() {
        var ravi = town.person(town.riverbend, "Ravi Kamau", "ravi", Town.everywhere("operator"));
        var address = address("Phone of Ravi", ravi);
        var path = "/settings/people/" + ravi.id();
        var changed = tomasz.fill(path, path, "roles", "protection@");
        assertThat(changed.status()).as(changed.text()).isEqualTo(303);
        return address;
    }

    CollectClient device(String name, Town.Person person) {
        return new CollectClient(address(name, person), "collect:" + name);
    }

    /** Publishes it; answers its id. */
    UUID published(String markdown) {
        return UUID.fromString(forms.published(markdown).replaceAll(".*/", ""));
    }

    static byte[] xml(String form, String version, String instance, String edits, String answers) {
        return ("<?xml version='1.0' ?><data id=\"" + form + "\" version=\"" + version + "\">" + answers + "<meta><instanceID>" + instance + "</instanceID>"
                + (edits.isEmpty() ? "" : "<deprecatedID>" + edits + "</deprecatedID>") + "</meta></data>").getBytes(StandardCharsets.UTF_8);
    }

    /** Filled in with the form {@link #PHOTO}. */
    static byte[] house(String instance, String... pictures) {
        return xml("photo", "1", instance, "", "<village>Kibra</village><homes>4</homes><road>yes</road>"
                + (pictures.length > 0 ? "<house>" + pictures[0] + "</house>" : "<house/>") + (pictures.length > 1 ? "<map>" + pictures[1] + "</map>" : "<map/>"));
    }

    static CollectClient.FormFile picture(String name) {
        return new CollectClient.FormFile(name, "image/jpeg", JPEG);
    }

    /** Posts bytes as they stand. */
    HttpResponse<String> raw(String method, String url, String type, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String asked(String sql) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "form.see", () -> haki.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }

    long submissions() {
        return Long.parseLong(asked("select count(*)::text from haki.survey_submission where org_id = haki.org()"));
    }

    static byte[] joined(List<byte[]> parts) {
        var joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
