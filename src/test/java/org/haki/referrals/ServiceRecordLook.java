package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.haki.Town;

/** What Northgate keeps of Asha in its own register: nobody reads it but those of its office, Riverbend neither. */
final class ServiceRecordLook {

    static final String NAME = "records of a receiver's own";
    static final List<Mutant> MUTANTS = List.of(
            Mutant.policy("records of every office", NAME, "haki.service_record", "staff",
                    "alter policy staff on haki.service_record using (org_id = (select haki.org()))"),
            Mutant.policy("records of every organisation", NAME, "haki.service_record", "staff",
                    "alter policy staff on haki.service_record using (org_id is not null)"),
            Mutant.policy("records written in another office", NAME, "haki.service_record", "staff",
                    "alter policy staff on haki.service_record with check (org_id = (select haki.org()) and opened_by = (select haki.person()))"),
            Mutant.schema("records not forced", NAME, "alter table haki.service_record no force row level security",
                    "alter table haki.service_record force row level security"),
            Mutant.schema("records at a window", NAME,
                    "create policy guest on haki.service_record for select to haki_guest using (true); grant select on haki.service_record to haki_guest",
                    "drop policy guest on haki.service_record; revoke select on haki.service_record from haki_guest"));

    private static final String WRITES = """
            insert into haki.service_record (org_id, id, window_id, owner_org, code, office_id, person_id, method, by_whom, opened_by)
            select haki.org(), gen_random_uuid(), gen_random_uuid(), haki.org(), 'X', o.id, gen_random_uuid(), 'signature', 'self', haki.person()
            from (select :id::uuid as id) o""";

    private final WindowWorld world;
    private final WindowIsolation around;

    ServiceRecordLook(WindowWorld world, WindowIsolation around) {
        this.world = world;
        this.around = around;
    }

    void look() {
        var record = Map.of("her record", world.record);
        assertThat(around.seen(world.sushila(), record)).as("of its office").isNotEmpty();
        for (var person : List.of(world.fromTheHill, world.town.wanjiru, world.town.leila, world.town.ines, world.elsewhere.sushila, world.elsewhere.leila)) {
            around.sees_none_of(record, person.actor());
        }
        for (Town.Person person : List.of(world.town.sushila, world.town.prem)) {
            around.sees_none_of(record, world.at(world.whole, person));
        }
        assertThat(world.owner().sql("select count(*) from haki.service_record").query(Integer.class).single()).as("owner of the tables").isZero();
        around.refused("row-level security", world.fromTheHill.actor(), WRITES, world.town.northgateOffice.id());
    }
}
