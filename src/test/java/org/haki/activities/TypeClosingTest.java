package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFiles;
import org.haki.forms.Node;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Closing as the type of the case wants it, at the front door. */
@HakiTest
class TypeClosingTest {

    @Autowired ApplicationContext haki;
    @Autowired TypedAnswers answers;

    @Test
    void what_the_type_asks_is_said_before_closing_and_what_the_answers_show_is_filled_in() {
        var town = Town.in(haki);
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", Op.own());
        var wanjiru = town.wanjiru.signedIn();
        var path = wanjiru.get("/cases/new?type=housing").form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "refused", "method", "signature").location().replaceAll("[?].*|/sheet/.*", "");
        var file = haki.getBean(Work.class).as(town.wanjiru.actor(), "case.see",
                () -> haki.getBean(CaseFiles.class).open(town.wanjiru.actor(), path.substring("/cases/".length())));
        assertThat(wanjiru.get(path + "/closing").text()).contains("The agreement has no date yet.").contains("One step is still open");
        answers.put(file, Node.of("agreement", List.of(Node.of("signed_on", (Object) Town.today()))));
        assertThat(wanjiru.get(path + "/closing").text()).doesNotContain("The agreement has no date yet.");
        var open = wanjiru.get(path + "/activities/open").form(path + "/activities/open");
        var step = open.with().stream().map(Map.Entry::getKey).filter(name -> name.startsWith("step-")).toList();
        var settling = step.stream().flatMap(name -> Stream.of(name, "reached")).limit(2).toArray(String[]::new);
        assertThat(open.send(settling).status()).isIn(303, 422);
        var closing = wanjiru.get(path + "/closing");
        assertThat(closing.hasForm(path + "/closing")).as(closing.text()).isTrue();
        assertThat(closing.form(path + "/closing").value("outcome")).isEqualTo("stays");
        assertThat(closing.form(path + "/closing").value("reason")).isEqualTo("completed");
    }
}
