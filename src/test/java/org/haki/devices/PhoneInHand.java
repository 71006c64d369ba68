package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.devices.CollectClient.Answer;

/** A phone with ODK Collect that was let in, for journeys: it fetches a form, fills it in and sends it. */
public final class PhoneInHand {

    private final CollectClient client;

    /** The phone at this address, as its picture shows it. */
    public PhoneInHand(String address) {
        client = new CollectClient(address, "collect:in-hand");
    }

    /** Lets a phone of this person, or of the office for {@code null}, in; answers the address that is shown once. */
    public static String letIn(Visitor keeper, Town town, Town.Person person) {
        var page = keeper.fill("/settings/devices", "/settings/devices", "name", "Phone 9", "office", town.mainDesk.id().toString(),
                "person", person == null ? "" : person.id().toString());
        var found = Pattern.compile("http://[^<\\s]*/key/[\\w-]{43}").matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group();
    }

    /** The forms that it is offered, by their ids. */
    public List<String> forms() throws IOException {
        return client.formList().stream().map(form -> form.get("formID")).toList();
    }

    /** The files that this form brings along, by their names. */
    public List<String> files(String formId) throws IOException {
        var listed = client.formList().stream().filter(form -> form.get("formID").equals(formId)).findFirst().orElseThrow();
        return client.manifest(listed.get("manifestUrl")).stream().map(file -> file.get("filename")).toList();
    }

    /** Fetches this form, answers every text and number of it, and sends that. */
    public Answer fillIn(String formId) throws IOException {
        var filled = CollectSim.template(client, formId);
        return client.submit(CollectSim.named(filled, "uuid:" + UUID.randomUUID()), List.of());
    }

    /** Sends this as it stands. */
    public Answer send(String xml) throws IOException {
        return client.submit(xml.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
