package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.people.Identity;
import org.haki.people.RegisterPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HakiTest
class StoryTest extends CaseTest {

    @Autowired CaseNotes notes;
    @Autowired CaseStory story;
    @Autowired Parties parties;
    @Autowired Consents consents;

    @Test
    void who_may_not_read_the_story_is_refused_and_who_may_not_see_the_case_finds_none() {
        refused(Problem.Kind.NOT_YOURS, () -> story.of(fatou, file));
        refused(Problem.Kind.NOT_YOURS, () -> notes.write(fatou, file.code(), note("x"), op(0)));
        refused(Problem.Kind.NOT_FOUND, () -> notes.write(town.mateo.actor(), file.code(), note("x"), op(0)));
        refused(Problem.Kind.NOT_FOUND, () -> notes.write(town.sushila.actor(), file.code(), note("x"), op(0)));
    }

    @Test
    void it_begins_with_how_it_came_to_us() {
        var first = notesOf(wanjiru).getLast();
        assertThat(first.narrative()).isTrue();
        assertThat(first.text()).isEqualTo(org.haki.CaseStory.WORDS);
        assertThat(first.at()).isEqualTo(file.receivedAt());
        assertThat(first.by()).as("whoever wrote down what she said on the telephone").isEqualTo(leila.name());
    }

    @Test
    void what_came_by_the_web_is_the_reporters_own_word_until_somebody_amends_it() {
        var client = register("Devi Rana", false);
        file = cases.start(leila, new StartCase(
                Code.next(), town.mainDesk.id(), null, client, Map.of(), wanjiru.person(), Set.of(), false, "normal", "web",
                Instant.now(), "He came back.", List.of()));
        assertThat(notesOf(wanjiru)).extracting(NoteEntry::by).containsExactly("");
        notes.amend(leila, file.code(), notesOf(leila).getFirst().id(), note("He came back. She told me so again."), op(0));
        var amended = notesOf(wanjiru).getFirst();
        assertThat(amended.by()).isEqualTo(leila.name());
        assertThat(amended.older()).extracting(NoteEntry.Older::by).containsExactly("");
    }

    @Test
    void a_note_sent_twice_is_written_once_and_becomes_the_last_word() {
        Op op = op(0);
        var before = now().touchedAt();
        assertThat(notes.write(wanjiru, file.code(), note("She called."), op)).isEqualTo(notes.write(wanjiru, file.code(), note("She called."), op));
        assertThat(notesOf(wanjiru)).filteredOn(entry -> entry.text().equals("She called.")).hasSize(1);
        assertThat(now().touchedAt()).isAfter(before);
        assertThat(now().version()).as("a note changes nothing that others are changing").isEqualTo(file.version());
    }

    @Test
    void a_note_is_amended_by_its_author_or_a_supervisor_and_what_it_said_stays() {
        var id = written("He has a knife.");
        refused(Problem.Kind.NOT_YOURS, () -> notes.amend(amina, file.code(), id, note("He has none."), op(0)));
        notes.amend(wanjiru, file.code(), id, note("He has two knives."), op(0));
        refused(Problem.Kind.STALE, () -> notes.amend(leila, file.code(), id, note("He has none."), op(0)));
        var amended = notesOf(leila).getFirst();
        assertThat(amended.text()).isEqualTo("He has two knives.");
        assertThat(amended.older()).extracting(NoteEntry.Older::text).containsExactly("He has a knife.");
        notes.amend(leila, file.code(), amended.id(), note("Two kitchen knives."), op(0));
        assertThat(notesOf(amina).getFirst().older()).extracting(NoteEntry.Older::text)
                .containsExactly("He has two knives.", "He has a knife.");
        assertThat(notesOf(amina).getFirst().amendPath()).isNull();
    }

    @Test
    void a_note_of_another_case_is_not_amended_here() {
        var other = org.haki.CaseStory.in(haki, town).of("Devi Rana").open();
        var id = written("He has a knife.");
        refused(Problem.Kind.NOT_FOUND, () -> notes.amend(wanjiru, other.code(), id, note("x"), op(0)));
    }

    @Test
    void what_happened_another_day_stands_there_in_the_story_with_its_day_only() {
        notes.write(wanjiru, file.code(), new WriteNote("The doctor saw her.", "3 March 2024"), op(0));
        var entry = notesOf(wanjiru).getLast();
        assertThat(entry.text()).isEqualTo("The doctor saw her.");
        assertThat(entry.wholeDay()).isTrue();
    }

    @Test
    void a_closed_case_takes_no_word_no_person_and_no_decision() {
        var id = written("He has a knife.");
        close();
        refused(Problem.Kind.NOT_NOW, () -> notes.write(wanjiru, file.code(), note("x"), op(0)));
        refused(Problem.Kind.NOT_NOW, () -> notes.amend(wanjiru, file.code(), id, note("x"), op(0)));
        refused(Problem.Kind.NOT_NOW, () -> parties.add(wanjiru, file.code(), file.client(), "witness", op(0)));
        refused(Problem.Kind.NOT_NOW, () -> consents.record(wanjiru, file.code(), given("followup"), op(0)));
        assertThat(notesOf(wanjiru)).allMatch(entry -> entry.amendPath() == null);
    }

    @Test
    void people_join_in_a_role_of_the_type_and_never_as_a_second_client() {
        refused(Problem.Kind.NOT_NOW, () -> parties.add(wanjiru, file.code(), register("Devi Rana", false), "client", op(0)));
        refused(Problem.Kind.NOT_NOW, () -> parties.add(wanjiru, file.code(), register("Maya Rai", false), "neighbour", op(0)));
        refused(Problem.Kind.NOT_FOUND, () -> parties.add(wanjiru, file.code(), UUID.randomUUID(), "witness", op(0)));
        parties.addNew(wanjiru, file.code(), RegisterPerson.of(Identity.of("Bikram", "adult")), "alleged_perpetrator", op(0));
        assertThat(parties.of(wanjiru, file)).extracting(Parties.Party::role).containsExactly("client", "alleged_perpetrator");
        assertThat(parties.of(fatou, file)).as("an operator sees whom she may have to call").extracting(Parties.Party::role).containsExactly("client");
    }

    @Test
    void a_role_ends_but_never_the_clients() {
        parties.addNew(wanjiru, file.code(), RegisterPerson.of(Identity.of("Bikram", "adult")), "witness", op(0));
        var all = parties.of(wanjiru, file);
        refused(Problem.Kind.NOT_NOW, () -> parties.end(wanjiru, file.code(), all.getFirst().id(), op(0)));
        parties.end(wanjiru, file.code(), all.getLast().id(), op(0));
        assertThat(parties.of(wanjiru, file)).hasSize(1);
    }

    @Test
    void a_decision_is_a_new_row_and_only_what_was_given_can_be_taken_back() {
        refused(Problem.Kind.NOT_NOW, () -> consents.record(wanjiru, file.code(), withdrawn("followup"), op(0)));
        consents.record(wanjiru, file.code(), withdrawn("reporting"), op(0));
        assertThat(consents.of(wanjiru, file)).filteredOn(one -> one.decision().purpose().equals("reporting"))
                .extracting(one -> one.decision().decision()).containsExactly("withdrawn");
        assertThat(consents.history(wanjiru, file)).hasSize(3);
        assertThat(cases.figures(wanjiru, file).consentToReporting()).isEqualTo("withdrawn");
    }

    private UUID written(String words) {
        var place = notes.write(wanjiru, file.code(), note(words), op(0));
        return UUID.fromString(place.substring(place.indexOf("#entry-") + 7));
    }

    private List<NoteEntry> notesOf(Actor actor) {
        return story.of(actor, now()).stream().filter(NoteEntry.class::isInstance).map(NoteEntry.class::cast).toList();
    }

    private static WriteNote note(String words) {
        return new WriteNote(words, "");
    }

    private static Decision given(String purpose) {
        return new Decision(purpose, "given", "verbal_phone", "self", "en");
    }

    private static Decision withdrawn(String purpose) {
        return new Decision(purpose, "withdrawn", "verbal_phone", "self", "en");
    }
}
