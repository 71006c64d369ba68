package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haki.surveys.SurveyKeeping;

/** Runs of changes that phones made without a network: in order, out of it, and without their beginning. */
final class EntityRuns {

    private final HouseBook book;

    EntityRuns(HouseBook book) {
        this.book = book;
    }

    void titles(Titles titles) {
        runs(titles);
        interrupted(titles);
        outOfOrder(titles);
        backwards(titles);
        forced(titles);
        ended(titles);
        conflicts(titles);
    }

    private void runs(Titles titles) {
        titles.keep(103, () -> {
                    var id = book.made("Info");
                    var branch = HouseBook.fresh();
                    assertThat(book.later(id, "1", "1", branch, "people", "2").status()).isEqualTo(201);
                    assertThat(book.field.asked("select branch || ' ' || branch_base from haki.entity_version where org_id = haki.org() and number = 2 and entity_id = '" + id + "'"))
                            .isEqualTo(branch + " 1");
                })
                .keep(104, () -> {
                    var id = book.made("Empty strings");
                    assertThat(book.later(id, "1", "", "", "people", "2").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Empty strings, , 2");
                })
                .keep(106, () -> {
                    var id = book.made("In order");
                    run(id, "1", "1", "2", "3");
                    assertThat(book.stands(id)).isEqualTo("4 In order, , 3");
                    assertThat(book.conflict(id)).isEmpty();
                })
                .keep(107, () -> {
                    var id = book.changed("Advanced");
                    run(id, "1", "1", "2");
                    assertThat(book.stands(id)).isEqualTo("4 Advanced, Mathare, 2");
                    assertThat(book.conflict(id)).isEqualTo("soft");
                });
    }

    private void interrupted(Titles titles) {
        titles.keep(108, () -> {
                    var id = book.made("Interrupted");
                    var branch = HouseBook.fresh();
                    book.later(id, "1", "1", branch, "people", "1");
                    book.change(id, "2", "village", "Mathare");
                    book.later(id, "2", "1", branch, "people", "2");
                    assertThat(book.stands(id)).isEqualTo("4 Interrupted, Mathare, 2");
                    assertThat(book.conflict(id)).isEqualTo("soft");
                })
                .keep(109, () -> {
                    var id = book.made("Begun offline");
                    run(id, "", "1", "2");
                    assertThat(book.stands(id)).isEqualTo("3 Begun offline, , 2");
                })
                .keep(110, () -> {
                    var id = book.made("Interleaved");
                    var branch = HouseBook.fresh();
                    book.later(id, "1", "", branch, "people", "1");
                    book.change(id, "2", "people", "20");
                    book.later(id, "2", "", branch, "people", "2");
                    assertThat(book.stands(id)).isEqualTo("4 Interleaved, , 2");
                    assertThat(book.conflict(id)).isEqualTo("hard");
                });
    }

    private void outOfOrder(Titles titles) {
        titles.keep(112, () -> {
                    var id = book.made("Not yet");
                    var branch = HouseBook.fresh();
                    book.later(id, "1", "1", branch, "people", "1");
                    book.later(id, "3", "1", branch, "people", "3");
                    assertThat(book.stands(id)).isEqualTo("2 Not yet, , 1");
                })
                .keep(114, () -> {
                    var id = book.made("Later received earlier");
                    var branch = HouseBook.fresh();
                    book.later(id, "3", "1", branch, "people", "3");
                    book.later(id, "2", "1", branch, "people", "2");
                    assertThat(book.stands(id)).isEqualTo("1 Later received earlier, , ");
                    book.later(id, "1", "1", branch, "people", "1");
                    assertThat(book.stands(id)).isEqualTo("4 Later received earlier, , 3");
                    assertThat(book.conflict(id)).isEmpty();
                })
                .keep(115, () -> {
                    var id = HouseBook.fresh();
                    assertThat(book.later(id, "1", "", HouseBook.fresh(), "people", "2").status()).as("taken, and waits").isEqualTo(201);
                    assertThat(book.stands(id)).isEmpty();
                    book.make(id, "Came after");
                    assertThat(book.stands(id)).isEqualTo("2 Came after, , 2");
                });
    }

    private void backwards(Titles titles) {
        titles.keep(116, () -> {
                    var id = HouseBook.fresh();
                    var branch = HouseBook.fresh();
                    book.later(id, "2", "", branch, "people", "2");
                    book.later(id, "1", "", branch, "people", "1");
                    book.make(id, "Backwards");
                    assertThat(book.stands(id)).isEqualTo("3 Backwards, , 2");
                })
                .keep(119, () -> {
                    var id = HouseBook.fresh();
                    book.later(id, "1", "", HouseBook.fresh(), "people", "1");
                    book.make(id, "In the trail");
                    assertThat(book.field.asked("select string_agg(act, ' ' order by seq) from haki.audit_entry where org_id = haki.org() and act like 'entity.%' and object_id = '" + id + "'"))
                            .isEqualTo("entity.held entity.made entity.followed");
                })
                .keep(141, () -> {
                    var id = HouseBook.fresh();
                    var branch = HouseBook.fresh();
                    book.later(id, "1", "", branch, "people", "1");
                    book.later(id, "2", "", branch, "people", "2");
                    book.make(id, "Delayed");
                    assertThat(book.stands(id)).isEqualTo("3 Delayed, , 2");
                });
    }

    private void forced(Titles titles) {
        titles.keep(123, () -> {
                    var id = book.made("Missing");
                    book.later(id, "2", "1", HouseBook.fresh(), "people", "2");
                    book.nightAfter(8);
                    assertThat(book.stands(id)).isEqualTo("2 Missing, , 2");
                })
                .keep(124, () -> {
                    var id = book.made("Two follow");
                    var branch = HouseBook.fresh();
                    book.later(id, "2", "1", branch, "people", "2");
                    book.later(id, "3", "1", branch, "people", "3");
                    book.nightAfter(8);
                    assertThat(book.stands(id)).isEqualTo("3 Two follow, , 3");
                })
                .keep(125, () -> assertThat(book.stands(forcedOne("Made by a change", HouseBook.fresh()))).isEqualTo("1 Made by a change, , 1"))
                .keep(126, () -> {
                    var branch = HouseBook.fresh();
                    var id = forcedOne("And then", branch);
                    book.later(id, "2", "", branch, "people", "2");
                    assertThat(book.stands(id)).isEqualTo("2 And then, , 2");
                });
    }

    private void ended(Titles titles) {
        titles.keep(127, () -> {
                    var id = forcedOne("Changed first", HouseBook.fresh());
                    assertThat(book.make(id, "Made at last", "village", "Kibra", "people", "9").status()).isEqualTo(201);
                    assertThat(book.stands(id)).isEqualTo("2 Changed first, Kibra, 1");
                })
                .keep(129, () -> {
                    var id = book.made("A week");
                    book.later(id, "2", "1", HouseBook.fresh(), "people", "2");
                    book.nightAfter(6);
                    assertThat(book.stands(id)).as("not yet").isEqualTo("1 A week, , ");
                    book.nightAfter(2);
                    assertThat(book.stands(id)).isEqualTo("2 A week, , 2");
                    assertThat(book.leila.get(book.page(id)).text()).contains("never came");
                })
                .keep(131, () -> {
                    var id = book.made("Sheet destroyed");
                    book.later(id, "2", "1", HouseBook.fresh(), "people", "2");
                    new SurveyKeeping(book.field.haki).destroy(book.town.leila.actor(), book.changing, book.last());
                    book.nightAfter(8);
                    assertThat(book.stands(id)).isEqualTo("1 Sheet destroyed, , ");
                })
                .keep(132, () -> {
                    var id = book.made("Thing destroyed");
                    book.later(id, "2", "1", HouseBook.fresh(), "people", "2");
                    assertThat(book.leila.fill(book.page(id), book.page(id) + "/destruction").status()).isEqualTo(303);
                    book.nightAfter(8);
                    assertThat(book.stands(id)).isEmpty();
                    assertThat(book.held()).isZero();
                });
    }

    private void conflicts(Titles titles) {
        titles.keep(133, () -> {
                    var id = book.changed("Contiguous");
                    run(id, "1", "1");
                    assertThat(book.conflict(id)).isEqualTo("soft");
                })
                .keep(134, () -> {
                    var id = book.made("Forced is soft");
                    book.later(id, "2", "1", HouseBook.fresh(), "people", "2");
                    book.nightAfter(8);
                    assertThat(book.conflict(id)).isEqualTo("soft");
                })
                .keep(137, () -> {
                    var id = book.made("No conflict");
                    run(id, "1", "1", "2");
                    assertThat(book.change(id, "3", "village", "Kibra").status()).isEqualTo(201);
                    assertThat(book.conflict(id)).isEmpty();
                });
    }

    /** Changes of the number of people, each based on this version, in one run that set out from this version of ours. */
    private void run(String id, String trunk, String... bases) throws IOException {
        var branch = HouseBook.fresh();
        for (var base : bases) {
            assertThat(book.later(id, base, trunk, branch, "people", base).status()).isEqualTo(201);
        }
    }

    /** A change whose beginning never came, and which makes the thing therefore. */
    private String forcedOne(String label, String branch) throws IOException {
        var id = HouseBook.fresh();
        assertThat(book.send("household_visit", "", new HouseBook.Said(id, false, "1", "", branch, label), "people", "1").status()).isEqualTo(201);
        book.nightAfter(8);
        return id;
    }
}
