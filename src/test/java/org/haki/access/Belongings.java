package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haki.CaseStory;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.TypeFolder;
import org.haki.devices.CollectClient;
import org.haki.files.Photos;
import org.haki.intake.Account;
import org.haki.intake.Intakes;
import org.haki.intake.Told;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.parcels.Bundle;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the Riverbend of a town has: a case, a report, a note, people; and by which words of them one would know it. */
final class Belongings {

    /** Words that stand nowhere else: in a case, in the name of its client, in a note, in a report. */
    static final List<String> CANARIES = List.of("Asha", "Thapa", "came back last night", "sleeps at the mill", "under the bridge", "555 0173");

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> TABLES = List.of(
            "haki.case_file", "haki.case_team", "haki.case_party", "haki.case_note", "haki.case_event", "haki.case_closure",
            "haki.case_verification", "haki.consent", "haki.consent_evidence", "haki.document", "haki.document_part", "haki.intake", "haki.intake_attempt", "haki.intake_consult", "haki.activity",
            "haki.list_entry", "haki.own_type", "haki.own_type_draft", "haki.survey", "haki.survey_draft", "haki.survey_version", "haki.survey_sheet", "haki.survey_submission", "haki.parcel", "haki.parcel_sheet", "haki.parcel_query", "haki.device", "haki.device_post", "haki.survey_case_list", "haki.phone_rule", "haki.phone_case", "haki.entity_list", "haki.entity", "haki.entity_version", "haki.entity_held", "haki.practice_observation", "haki.activity_order", "haki.activity_move", "haki.submission", "haki.answers", "vault.answer", "haki.referral", "haki.window_entry", "vault.person");

    private final ApplicationContext haki;
    private final Town town;
    private final Town.Person owner;
    private final Map<String, String> ids = new TreeMap<>();
    private UUID network;

    /** Begins what there is to have, in a network that the town's Riverbend keeps: the case is this person's. */
    Belongings(ApplicationContext haki, Town town, Town.Person owner) {
        this(haki, town, owner, null);
    }

    /** The same in this network, which somebody else keeps. */
    Belongings(ApplicationContext haki, Town town, Town.Person owner, UUID network) {
        this.haki = haki;
        this.town = town;
        this.owner = owner;
        this.network = network;
        ofTheCase();
        ofTheReport();
        if (network == null) {
            ofTheNetwork();
        } else {
            haki.getBean(Networks.class).enter(town.riverbendSystem(), network);
        }
        SharedBelongings.of(haki, town, owner, this);
        ofTheStaff();
        ofTheWatchers();
        ofTheDevices();
        ofTheTypes();
        ofTheParcels();
    }

    UUID network() {
        return network;
    }

    /** Its ids, by the route up to the placeholder that each may stand for. */
    Map<String, String> ids() {
        return ids;
    }

    /** The same places with ids that were never given to anything. */
    static Map<String, String> nobodys(Map<String, String> ids) {
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> one.getValue().length() == 36 ? UUID.randomUUID().toString() : Code.next()));
    }

    /** All rows of its cases, reports and people, as they stand now. */
    Map<String, String> rows() {
        var rows = new TreeMap<String, String>();
        TABLES.forEach(table -> rows.put(table, asked("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                + table + " t where org_id = haki.org()")));
        return rows;
    }

    /** What the trail says that this person did after this entry. */
    String deedsSince(long entry, UUID person) {
        return asked("select coalesce(string_agg(act, ' ' order by seq), '') from haki.audit_entry where outcome = 'done' and seq > "
                + entry + " and person_id = '" + person + "'");
    }

    long lastEntry() {
        return Long.parseLong(asked("select seq::text from haki.audit_head where org_id = haki.org()"));
    }

    private void ofTheCase() {
        var file = CaseStory.in(haki, town).ownedBy(owner.id()).withSheet().open();
        var notes = file.path() + "/notes";
        kept(owner.signedIn().fill(notes + "/new", notes, "text", "She sleeps at the mill"));
        ids.put("/cases/{code}", file.code());
        ids.put("/cases/{code}/activities/{id}", one("haki.activity"));
        ids.put("/cases/{code}/notes/{note}", one("haki.case_note"));
        ids.put("/cases/{code}/people/{party}", one("haki.case_party"));
        ids.put("/cases/{code}/consents/{id}", one("haki.consent"));
        var consent = file.path() + "/consents/" + one("haki.consent");
        kept(owner.signedIn().get(consent).forms().stream().filter(form -> form.value("photo") != null).findFirst().orElseThrow()
                .upload("photo", "photo.jpg", "image/jpeg", Photos.jpegWithPlace(1)));
        ids.put("/cases/{code}/documents/{id}", one("haki.document"));
        var visit = file.path() + "/sheet/visit";
        kept(owner.signedIn().fill(visit, visit, "a/safe", "yes", "a/words", "She sleeps at the mill"));
        ids.put("/cases/{code}/sheet/{section}", "visit");
        ids.put("/cases/{code}/team/{person}", owner.id().toString());
        ids.put("/people/{id}", file.client().toString());
    }

    private void ofTheReport() {
        var fatou = town.fatou.signedIn();
        var dismissed = "/intake/" + report();
        kept(fatou.fill(dismissed + "/dismissal", "/intake/decisions", "reason", "prank"));
        ids.put("/intake/decisions/{decision}", asked("select decision_id::text from haki.intake where decision_id is not null limit 1"));
        ids.put("/intake/{code}", report());
        ids.put("/walk-ins/{code}", report());
        ids.put("/intake/{code}/attempts/{attempt}", UUID.randomUUID().toString());
    }

    private void ofTheStaff() {
        town.wanjiru.signedIn();
        var wanjiru = town.wanjiru.signedIn();
        var me = wanjiru.get("/me");
        var draft = haki.getBean(Drafts.class).keep(town.wanjiru.actor(), "/me", "/me", Map.of("text", new String[] {"She sleeps at the mill"}));
        ids.put("/drafts/{id}", draft.toString());
        ids.put("/me/sessions/{id}", first(me.forms().stream().map(Page.Form::action).filter(action -> action.startsWith("/me/sessions/"))
                .findFirst().orElseThrow()));
        ids.put("/me/devices/{id}", UUID.randomUUID().toString());
        ids.put("/today/undelivered/{id}", UUID.randomUUID().toString());
        ids.put("/settings/people/{id}", town.mateo.id().toString());
        ids.put("/settings/offices/{id}", town.oldbridge.id().toString());
        kept(town.tomasz.signedIn().fill("/settings/places", "/settings/places", "name", "Kibra", "code", "0471"));
        kept(town.tomasz.signedIn().fill("/settings/communities", "/settings/communities", "name", "Nubian"));
        ofTheForms();
        kept(town.tomasz.signedIn().fill("/settings/institutions", "/settings/institutions", "name", "Kibra registry", "kind", "civil_registry",
                "place", "Kibra"));
        ids.put("/settings/institutions/{id}", asked("select id::text from haki.list_entry where org_id = haki.org() and list = 'institution' limit 1"));
        ids.put("/visits/{institution}", ids.get("/settings/institutions/{id}"));
        var seen = "/cases/" + ids.get("/cases/{code}") + "/observations";
        kept(owner.signedIn().fill(seen + "/new", seen, "practices", "bribe", "institution", ids.get("/visits/{institution}"), "text",
                "The guard sleeps at the mill"));
        ids.put("/cases/{code}/observations/{id}", one("haki.practice_observation"));
        ids.put("/observations/{id}", one("haki.practice_observation"));
        ids.put("/settings/communities/{id}", asked("select id::text from haki.list_entry where org_id = haki.org() and list = 'ethnicity' limit 1"));
        ids.put("/settings/places/{id}", asked("select id::text from haki.list_entry where org_id = haki.org() and list = 'place' limit 1"));
    }

    private void ofTheForms() {
        var form = new OwnForms(town.tomasz.signedIn()).published(OwnForms.HOME).replaceAll(".*/", "");
        kept(owner.signedIn().get("/forms/" + form + "/new").form("/forms/" + form + "/sheets").send("a/village", "sleeps at the mill", "a/has_id", "yes"));
        kept(owner.signedIn().get("/forms/" + form + "/new").form("/forms/" + form + "/sheets").to("/forms/" + form + "/begun").send("a/village", "at the mill"));
        List.of("/settings/forms/{id}", "/forms/{id}").forEach(path -> ids.put(path, form));
        List.of("/forms/{id}/begun/{begun}", "/settings/given-forms/{gift}").forEach(path -> ids.put(path, one("haki.survey_sheet")));
        ids.put("/forms/{id}/media/{number}", Code.next());
        List.of("/forms/{id}/sheets/{code}", "/forms/{id}/paper/{code}").forEach(path -> ids.put(path, asked("select code from haki.survey_sheet where org_id = haki.org() limit 1")));
        List.of("/settings/forms/{id}/files/{name}", "/settings/forms/{id}/media/{name}", "/forms/{id}/media/{number}/{name}", "/forms/{id}/sheets/{code}/files/{name}")
                .forEach(path -> ids.put(path, Code.next()));
    }

    /** A parcel with one sheet, which was typed in and asks something back. */
    private void ofTheParcels() {
        var clerk = town.person(town.riverbend, "Nasrin Akter", "nasrin-" + owner.signInName(), new Membership("clerk", town.mainDesk.id())).signedIn();
        var sheet = Bundle.typed(clerk, ids.get("/forms/{id}"), "a/village", "sleeps at the mill", "a/has_id", "?").split("/");
        ids.put("/parcels/{id}", sheet[2]);
        ids.put("/parcels/{id}/sheets/{sheet}", sheet[4]);
    }

    private void ofTheNetwork() {
        network = town.inOneNetwork();
        var join = "/join/" + town.riverbend.slug();
        var asked = town.stranger().fill(join, join, "organisation", "Hilltop Legal Aid", "does", "We advise tenants", "region", "KE",
                "offices", "1", "name", "Sita Lama", "phone", "555 0111");
        if (asked.status() != 200) {
            throw new AssertionError(asked.text());
        }
        haki.getBean(Directory.class).add(town.leila.actor(), new ServiceOfferForm("shelter", "", null, null, "", "", "yes"), Op.own());
        ids.put("/settings/services/{id}", haki.getBean(Directory.class).own(town.leila.actor()).getFirst().id().toString());
        ids.put("/settings/network/requests/{request}", asked("select id::text from hub.join_requests() limit 1"));
        ids.put("/settings/network/members/{org}", town.northgate.id().toString());
    }

    /** A case kept to its team, which a supervisor who came later opened by break-glass. */
    private void ofTheWatchers() {
        var file = CaseStory.in(haki, town).fencedIn().open();
        var later = town.person(town.riverbend, "Nuru Hassan", "nuru", Town.everywhere("supervisor")).signedIn();
        kept(later.fill("/break-glass", "/break-glass", "code", file.code(), "reason", "danger_now", "told", "nobody"));
        ids.put("/break-glass/{id}", first(town.ines.signedIn().get("/today").forms().stream().map(Page.Form::action)
                .filter(action -> action.startsWith("/break-glass/")).findFirst().orElseThrow()));
    }

    /** A case type of its own, and a newer version of it that waits. */
    private void ofTheTypes() {
        var tomasz = town.tomasz.signedIn();
        var type = TypeFolder.published(tomasz, TypeFolder.shelter().zip());
        kept(TypeFolder.upload(tomasz, TypeFolder.shelter(TypeFolder.YAML.replace("version: 1", "version: 2")).zip()));
        ids.put("/settings/case-types/{type}", type.substring(type.lastIndexOf('/') + 1));
        ids.put("/settings/case-types/{type}/sections/{section}", "problem");
    }

    /** A phone, and what it sent and was refused. */
    private void ofTheDevices() {
        var shown = town.tomasz.signedIn().fill("/settings/devices", "/settings/devices", "name", "Phone 3", "office", town.mainDesk.id().toString());
        var address = shown.body().replaceAll("(?s).*(http://[^<\\s]*/key/[\\w-]{43}).*", "$1");
        try {
            assertThat(new CollectClient(address, "3").post("She sleeps at the mill".getBytes(StandardCharsets.UTF_8), List.of(), false).status()).isEqualTo(400);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var household = PhoneLists.of(town, owner);
        ids.put("/form-lists/{list}", asked("select id::text from haki.entity_list where org_id = haki.org() and name = 'households'"));
        ids.put("/form-lists/{list}/rows/{row}", household);
        ids.put("/settings/devices/{id}", one("haki.device"));
        ids.put("/settings/devices/{id}/posts/{post}", one("haki.device_post"));
    }

    private String report() {
        var account = new Account("They wait under the bridge", "", "", null, "", "", "", "", "", List.of(), "", "");
        var told = new Told(Id.next(), town.mainDesk.id(), "phone", "en", "other", "adult", "normal", "none", Instant.now(), false, account);
        return haki.getBean(Intakes.class).receive(town.fatou.actor(), told).code();
    }

    String one(String table) {
        return asked("select id::text from " + table + " where org_id = haki.org() order by id desc limit 1");
    }

    String asked(String sql) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive", () -> haki.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }

    private static String first(String text) {
        return UUIDS.matcher(text).results().findFirst().orElseThrow(() -> new AssertionError("No id in " + text)).group();
    }

    static void kept(Page answer) {
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }
}
