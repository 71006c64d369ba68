package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.TypeFolder;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A case type of CiviCRM becomes a folder of Haki's: what can be said is, and what cannot stands with its line. */
@HakiTest
class CiviImportTest {

    private static final String JOBS = """
            <?xml version="1.0" encoding="utf-8" ?>
            <CaseType>
              <name>job_training</name>
              <title>Job "training" for café staff</title>
              <statuses>
                <status>Open</status>
                <status>In training</status>
                <status>Closed</status>
              </statuses>
              <ActivityTypes>
                <ActivityType><name>Open Case</name><max_instances>1</max_instances></ActivityType>
                <ActivityType><name>Skills interview</name><max_instances>1</max_instances></ActivityType>
                <ActivityType><name>Course</name></ActivityType>
                <ActivityType><name>Change Case Status</name></ActivityType>
              </ActivityTypes>
              <ActivitySets>
                <ActivitySet>
                  <name>standard_timeline</name>
                  <label>Standard Timeline</label>
                  <timeline>true</timeline>
                  <ActivityTypes>
                    <ActivityType><name>Open Case</name><status>Completed</status></ActivityType>
                    <ActivityType>
                      <name>Skills interview</name>
                      <reference_activity>Open Case</reference_activity>
                      <reference_offset>3</reference_offset>
                      <reference_select>newest</reference_select>
                    </ActivityType>
                    <ActivityType>
                      <name>Follow up call</name>
                      <reference_activity>Skills interview</reference_activity>
                      <reference_offset>14</reference_offset>
                      <reference_select>oldest</reference_select>
                    </ActivityType>
                    <ActivityType>
                      <name>Course</name>
                      <reference_activity>Entry test</reference_activity>
                      <reference_offset>soon</reference_offset>
                    </ActivityType>
                  </ActivityTypes>
                </ActivitySet>
                <ActivitySet>
                  <name>leaving</name>
                  <label>Leaving</label>
                  <sequence>true</sequence>
                  <ActivityTypes>
                    <ActivityType><name>Certificate</name></ActivityType>
                    <ActivityType><name>Farewell meeting</name></ActivityType>
                  </ActivityTypes>
                </ActivitySet>
              </ActivitySets>
              <CaseRoles>
                <RelationshipType><name>Trainer</name><creator>1</creator></RelationshipType>
                <RelationshipType><name>Programme lead</name><manager>1</manager></RelationshipType>
                <RelationshipType><name>Employer</name></RelationshipType>
              </CaseRoles>
              <color>#ff0000</color>
            </CaseType>
            """;

    @Autowired ApplicationContext haki;

    private Town town;
    private Visitor tomasz;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
    }

    @Test
    void stages_roles_steps_and_services_come_over_and_what_cannot_be_said_stands_with_its_line() {
        var answer = upload(JOBS);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var path = answer.location().replaceAll("\\?.*", "");
        var page = tomasz.get(path);
        assertThat(page.text()).contains("Job \"training\" for café staff").contains("job_training_for_cafe", "Trainer (has the case)", "Programme lead (supervises)", "Employer")
                .contains("Skills interview").contains("3 days after the opening").contains("14 days after the date of “Skills interview”")
                .contains("On the day of “Certificate”, once it is done").contains("In training");
        assertThat(page.text()).contains("line 8 “Closed” is no stage here", "line 12 “Skills interview” may be done 1 times", "“Follow up call” is counted from the oldest",
                "“Course” hangs on “Entry test”", "“soon”, which is no number of days", "“color” is not known here", "Outcomes, reasons to close, parties");
        assertThat(page.form(path + "/versions").send().status()).isEqualTo(303);
        var name = path.substring(path.lastIndexOf('/') + 1);
        var wanjiru = town.wanjiru.signedIn();
        var opened = wanjiru.get("/cases/new?type=" + name).form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given", "reporting",
                "given", "method", "signature", "urgency", "normal", "narrative", "She wants to learn.");
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        assertThat(wanjiru.get(opened.location()).text()).contains("Skills interview", "Follow up call");
        var zip = tomasz.bytes(path + "/folder");
        assertThat(TypeFolder.unpacked(zip)).containsOnlyKeys(TypeFolder.unpacked(zip).keySet().iterator().next());
        assertThat(TypeFolder.upload(tomasz, zip).next().text()).as("it is a folder like any other").contains("Nothing changed");
    }

    @Test
    void the_least_that_there_can_be_is_enough() {
        var answer = upload("<CaseType><name>Referral</name></CaseType>");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.next().text()).contains("No role has the case; a caseworker was added.", "a supervisor was added");
    }

    @Test
    void what_is_no_case_type_or_reaches_outside_is_refused() {
        assertThat(upload("<CaseType><name>Referral</name>").text()).contains("This is no XML that can be read, from line 1 on");
        assertThat(upload("<cases/>").text()).contains("This XML is no case type of CiviCRM");
        assertThat(upload("<CaseType/>").text()).contains("The case type has no name");
        assertThat(upload("<!DOCTYPE CaseType [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><CaseType><name>&x;</name></CaseType>").text())
                .contains("A document type is not taken").doesNotContain("root:");
        assertThat(upload("<CaseType>" + "<a>".repeat(20_000) + "</a>".repeat(20_000) + "</CaseType>").text()).contains("more than the XML of a case type may");
        assertThat(upload("<CaseType><name>gbv</name></CaseType>").text()).contains("“gbv” is a type of this installation");
    }

    private Page upload(String xml) {
        return tomasz.get(TypeFolder.PAGE).form(TypeFolder.PAGE).upload("folder", "case-type.xml", "text/xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
