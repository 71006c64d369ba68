package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.devices.CollectClient;

/** What stands on a phone: the list of its person's cases, and a household of which the forms of the town keep book. */
final class PhoneLists {

    private PhoneLists() {}

    /** Brings them there; answers the id of a household that two changed from one version, and for which a change waits. */
    static String of(Town town, Town.Person owner) {
        var tomasz = town.tomasz.signedIn();
        var forms = new OwnForms(tomasz);
        forms.bringing(OwnForms.LISTED, "people");
        assertThat(town.ines.signedIn().fill("/settings/phone-cases", "/settings/phone-cases/restricted", "restricted", "yes").status()).isEqualTo(303);
        var shown = tomasz.fill("/settings/devices", "/settings/devices", "name", "Phone 4", "office", town.mainDesk.id().toString(), "person", owner.id().toString());
        var phone = new CollectClient(shown.body().replaceAll("(?s).*(http://[^<\\s]*/key/[\\w-]{43}).*", "$1"), "4");
        try {
            var listed = phone.formList().stream().filter(form -> form.get("formID").equals("listed")).findFirst().orElseThrow();
            assertThat(new String(phone.get(phone.manifest(listed.get("manifestUrl")).getFirst().get("downloadUrl")).body(), StandardCharsets.UTF_8)).contains(" · ");
            return household(forms, phone);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String household(OwnForms forms, CollectClient phone) throws IOException {
        forms.published(OwnForms.HOUSEHOLD);
        forms.published(OwnForms.HOUSEHOLD_VISIT);
        var id = UUID.randomUUID().toString();
        for (var said : List.of("household:create='1'", "household_visit:update='1' baseVersion='1'", "household_visit:update='1' baseVersion='1'",
                "household_visit:update='1' baseVersion='3' trunkVersion='1' branchId='" + UUID.randomUUID() + "'")) {
            var xml = "<data id='" + said.replaceAll(":.*", "") + "' version='1'><village>She sleeps at the mill</village><meta><instanceID>uuid:" + UUID.randomUUID()
                    + "</instanceID><entity dataset='households' id='" + id + "' " + said.replaceAll("^.*:", "") + "><label>Thapa</label></entity></meta></data>";
            assertThat(phone.post(xml.getBytes(StandardCharsets.UTF_8), List.of(), false).status()).isEqualTo(201);
        }
        return id;
    }
}
