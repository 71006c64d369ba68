package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.entities.Entities;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town with a form that keeps book of households and one that changes them, as phones and people see it. */
final class HouseBook {

    /** What a submission says beside a household's properties; "" for what it does not say. */
    record Said(String id, boolean create, String base, String trunk, String branch, String label) {}

    final Field field;
    final Town town;
    final CollectClient phone;
    final Visitor leila;
    final UUID making;
    final UUID changing;
    private int sent;

    HouseBook(ApplicationContext haki) {
        field = new Field(haki);
        town = field.town;
        making = field.published(OwnForms.HOUSEHOLD);
        changing = field.published(OwnForms.HOUSEHOLD_VISIT);
        phone = field.device("Phone 1", town.wanjiru);
        leila = town.leila.signedIn();
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** A phone makes a household of this label, and it is taken; answers its id. */
    String made(String label, String... properties) throws IOException {
        var id = fresh();
        assertThat(make(id, label, properties).status()).isEqualTo(201);
        return id;
    }

    /** One that was made and, by another form, changed: it is in Mathare; answers its id. */
    String changed(String label) throws IOException {
        var id = made(label);
        assertThat(change(id, "1", "village", "Mathare").status()).isEqualTo(201);
        return id;
    }

    CollectClient.Answer make(String id, String label, String... properties) throws IOException {
        return send("household", "", new Said(id, true, "", "", "", label), properties);
    }

    /** A phone changes a household from this version on. */
    CollectClient.Answer change(String id, String base, String... properties) throws IOException {
        return send("household_visit", "", new Said(id, false, base, "", "", ""), properties);
    }

    /** The same within a run without a network. */
    CollectClient.Answer later(String id, String base, String trunk, String branch, String... properties) throws IOException {
        return send("household_visit", "", new Said(id, false, base, trunk, branch, ""), properties);
    }

    /** One form that does both. */
    CollectClient.Answer either(String id, String base, String label, String... properties) throws IOException {
        return phone.submit(xml("household_either", next(), "", new Said(id, true, base, "", "", label), " create=\"1\" update=\"1\"", properties), List.of());
    }

    CollectClient.Answer send(String form, String edits, Said said, String... properties) throws IOException {
        return phone.submit(xml(form, next(), edits, said, said.create() ? " create=\"1\"" : " update=\"1\"", properties), List.of());
    }

    /** The name of the submission that was sent last. */
    String last() {
        return "uuid:h" + sent;
    }

    private String next() {
        sent++;
        return last();
    }

    static byte[] xml(String form, String instance, String edits, Said said, String deeds, String... properties) {
        var answers = new StringBuilder();
        for (int i = 0; i < properties.length; i += 2) {
            answers.append("<").append(properties[i]).append(">").append(properties[i + 1]).append("</").append(properties[i]).append(">");
        }
        var entity = said == null ? "" : "<entity xmlns=\"http://www.opendatakit.org/xforms/entities\" dataset=\"households\" id=\"" + said.id() + "\"" + deeds
                + (said.base().isEmpty() ? "" : " baseVersion=\"" + said.base() + "\"") + " trunkVersion=\"" + said.trunk() + "\" branchId=\"" + said.branch() + "\">"
                + (said.label() == null ? "" : "<label>" + said.label() + "</label>") + "</entity>";
        return ("<data id=\"" + form + "\" version=\"1\">" + answers + "<meta><instanceID>" + instance + "</instanceID>"
                + (edits.isEmpty() ? "" : "<deprecatedID>" + edits + "</deprecatedID>") + entity + "</meta></data>").getBytes(StandardCharsets.UTF_8);
    }

    /** The line of the manifest for the list of households. */
    Map<String, String> entry(CollectClient of) throws IOException {
        return of.manifest(manifest(of)).stream().filter(one -> one.get("filename").equals("households.csv")).findFirst().orElseThrow();
    }

    String manifest(CollectClient of) throws IOException {
        return of.formList().stream().filter(one -> one.get("formID").equals("household_visit")).findFirst().orElseThrow().get("manifestUrl");
    }

    String csv(CollectClient of) throws IOException {
        return new String(of.get(entry(of).get("downloadUrl")).body(), StandardCharsets.UTF_8);
    }

    /** The line of this household as a phone has it, by column; empty where there is none. */
    Map<String, String> line(String id) throws IOException {
        var lines = csv(phone).lines().toList();
        var head = lines.getFirst().split(",");
        var line = new LinkedHashMap<String, String>();
        lines.stream().filter(one -> one.startsWith(id)).findFirst().ifPresent(one -> {
            var cells = one.split(",", -1);
            for (int i = 0; i < head.length; i++) {
                line.put(head[i], cells[i]);
            }
        });
        return line;
    }

    /** Its version, label, village and people: "2 Otieno, Kibra, 4"; "" where phones have none. */
    String stands(String id) throws IOException {
        var line = line(id);
        return line.isEmpty() ? "" : line.get("__version") + " " + line.get("label") + ", " + line.get("village") + ", " + line.get("people");
    }

    String conflict(String id) {
        return field.asked("select conflict from haki.entity where org_id = haki.org() and id = '" + id + "'");
    }

    long versions(String id) {
        return Long.parseLong(field.asked("select count(*)::text from haki.entity_version where org_id = haki.org() and entity_id = '" + id + "'"));
    }

    long held() {
        return Long.parseLong(field.asked("select count(*)::text from haki.entity_held where org_id = haki.org()"));
    }

    /** What is noted of the submission that was sent last. */
    String noted() {
        return field.asked("select coalesce(string_agg(p ->> 'place', ' '), '') from haki.survey_submission s, jsonb_array_elements(s.problems) p where s.org_id = haki.org() and s.instance_id = '" + last() + "'");
    }

    /** So many days pass, and the night's work is done. */
    void nightAfter(int days) {
        field.haki.getBean(Work.class).as(town.riverbendSystem(), "form.fill", () -> field.haki.getBean(JdbcClient.class)
                .sql("""
                with held as (delete from haki.entity_held where org_id = haki.org() returning *)
                insert into haki.entity_held (org_id, id, list_id, entity_id, office_id, key_id, sealed, base, trunk, branch, sheet_id, by_person, held_at)
                select org_id, id, list_id, entity_id, office_id, key_id, sealed, base, trunk, branch, sheet_id, by_person, held_at - make_interval(days => :days)
                from held""").param("days", days).update());
        field.haki.getBean(Entities.class).settleDue(town.riverbendSystem());
    }

    /** Where this household is looked at. */
    String page(String id) {
        return "/form-lists/" + field.asked("select id::text from haki.entity_list where org_id = haki.org() and name = 'households'") + "/rows/" + id;
    }
}
