package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.devices.PhoneInHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An XForm that another tool wrote, at the front door: refused at its line, or asked on pages, phones and paper as any form. */
@HakiTest
class XFormUploadTest {

    private static final String WELLS = """
            <?xml version="1.0"?>
            <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
              <h:head><h:title>Wells</h:title>
                <model>
                  <itext>
                    <translation lang="English (en)" default="true()"><text id="kind"><value>Which kind?</value></text><text id="open"><value>Open</value></text></translation>
                    <translation lang="Español (es)"><text id="kind"><value>¿De qué tipo?</value></text><text id="open"><value>Abierto</value></text></translation>
                  </itext>
                  <instance><data id="wells" version="1"><kind/><depth/><meta><instanceID/></meta></data></instance>
                  <bind nodeset="/data/kind" type="string"/>
                  <bind nodeset="/data/depth" type="int" relevant=" /data/kind = 'open'" constraint=". &lt; 100" jr:constraintMsg="No well is that deep."/>
                  <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
                </model>
              </h:head>
              <h:body>
                <select1 ref="/data/kind"><label ref="jr:itext('kind')"/>
                  <item><label ref="jr:itext('open')"/><value>open</value></item><item><label>Pumped</label><value>pump</value></item></select1>
                <input ref="/data/depth"><label>How deep, in metres?</label></input>
              </h:body>
            </h:html>
            """;

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor tomasz;
    private OwnForms forms;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
        forms = new OwnForms(tomasz);
    }

    @Test
    void what_is_wrong_is_said_at_its_line_and_nothing_is_kept() {
        assertThat(town.wanjiru.signedIn().get(OwnForms.PATH).status()).isEqualTo(403);
        assertThat(upload(WELLS.replace("<h:html", "<!DOCTYPE x>\n<h:html")).text()).contains("line 2", "A DOCTYPE is not taken");
        assertThat(upload(WELLS.replace("</model>", "</modell>")).text()).contains("no whole XML");
        assertThat(upload(WELLS.replace("nodeset=\"/data/depth\"", "nodeset=\"/data/dept\"")).text()).contains("line 11", "points to '/data/dept'");
        assertThat(upload(WELLS.replace(" /data/kind = 'open'", "/data/kind = (")).text()).contains("cannot be opened to be filled in", "/data/kind = (");
        assertThat(tomasz.get(OwnForms.PATH).text()).doesNotContain("Wells");
    }

    @Test
    void it_is_asked_on_pages_paper_and_phones_reported_and_taken_along() throws IOException {
        var kept = forms.published("wells.xml", WELLS.getBytes(StandardCharsets.UTF_8));
        assertThat(tomasz.get(kept).text()).contains("Wells", "Which kind?", "Open · Pumped", "How deep, in metres?");
        assertThat(tomasz.get(kept + "/preview").text()).contains("Which kind?");
        var form = kept.replace("/settings", "");
        var wanjiru = town.wanjiru.signedIn();
        var blank = wanjiru.get(form + "/new");
        assertThat(blank.text()).contains("Which kind?").doesNotContain("How deep");
        assertThat(blank.form(form + "/sheets").send("a/kind", "open", "a/depth", "120").text()).contains("No well is that deep.");
        var sheet = blank.form(form + "/sheets").send("a/kind", "open", "a/depth", "12");
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(303);
        assertThat(wanjiru.get(sheet.location().replaceAll("\\?.*", "")).text()).contains("Open", "12");
        assertThat(wanjiru.get(form + "/paper").text()).contains("How deep, in metres?");
        var phone = new PhoneInHand(PhoneInHand.letIn(tomasz, town, town.wanjiru));
        assertThat(phone.forms()).contains("wells");
        assertThat(phone.send("<data id=\"wells\" version=\"1\"><kind>pump</kind><meta><instanceID>uuid:7</instanceID></meta></data>").status()).isEqualTo(201);
        assertThat(phone.fillIn("wells").status()).as("as the phone fetched it").isIn(201, 202);
        assertThat(town.leila.signedIn().get(form + "/report").text()).contains("Which kind?", "Pumped");
        assertThat(town.leila.signedIn().get(form + "/export?kind=csv").status()).isEqualTo(200);
    }

    @Test
    void a_question_that_stays_stays_what_it_was() {
        var kept = forms.published("wells.xml", WELLS.getBytes(StandardCharsets.UTF_8));
        assertThat(upload(WELLS).text()).contains("was published before");
        var changed = upload(WELLS.replace("version=\"1\"><kind", "version=\"2\"><kind").replace("type=\"int\"", "type=\"string\""));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("line 18", "“depth” was of the type integer");
        assertThat(upload(WELLS.replace("version=\"1\"><kind", "version=\"2\"><kind")).location()).startsWith(kept);
    }

    private Page upload(String xform) {
        var answer = forms.upload("wells.xml", xform.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isIn(303, 422);
        return answer;
    }
}
