package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.haki.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The looks at what a guest could read or write beside the sections: decisions, requests, entries, operations, keys. */
final class TableIsolation {

    private static final String ROW_SECURITY = "row-level security";
    private static final String DECIDES = """
            insert into haki.consent (org_id, id, case_id, by_org, purpose, decision, method, by_whom, text_version, language,
                decided_at, to_org, sections, expires_at)
            values (haki.org(), gen_random_uuid(), :id, haki.guest(), 'referral', '%s', 'verbal_phone', 'self', 1, 'en', now(), %s, '{%s}', %s)""";

    private final WindowWorld world;
    private final WindowIsolation around;
    private final JdbcClient jdbc;

    TableIsolation(WindowWorld world, WindowIsolation around) {
        this.world = world;
        this.around = around;
        this.jdbc = world.haki.getBean(JdbcClient.class);
    }

    Map<String, Runnable> looks() {
        var looks = new LinkedHashMap<String, Runnable>();
        looks.put("order elsewhere", this::order_elsewhere);
        looks.put("moves elsewhere", this::moves_elsewhere);
        looks.put("decisions of others", () -> none("haki.consent where by_org is distinct from haki.guest()", whole()));
        looks.put("decided elsewhere", () -> around.refused(ROW_SECURITY, whole(),
                DECIDES.formatted("given", "gen_random_uuid()", "plan", "now() + interval '1 day'"), world.bina.id()));
        looks.put("a yes to itself", () -> around.refused(ROW_SECURITY, whole(),
                DECIDES.formatted("given", "haki.guest()", "plan", "now() + interval '364 days'"), world.asha.id()));
        looks.put("a no to itself", () -> around.undone(() -> assertThat(around.as(whole(), () -> jdbc.sql(DECIDES.formatted("withdrawn", "haki.guest()", "", "null"))
                .param("id", world.asha.id()).update())).isOne()));
        looks.put("operations of others", () -> none("haki.operation where person_id is distinct from haki.person()", whole()));
        looks.put("other requests", () -> none("haki.referral where id <> haki.window()", whole()));
        looks.put("asked elsewhere", () -> around.refused(ROW_SECURITY, whole(), """
                insert into haki.referral (org_id, id, case_id, by_org, parent_id, kind, to_org, urgency, sections)
                values (haki.org(), gen_random_uuid(), :id, haki.guest(), haki.window(), 'service', gen_random_uuid(), 'normal', '{plan}')""", world.bina.id()));
        looks.put("entries of others", () -> none("haki.window_entry where window_id <> haki.window()", world.at(world.led, world.town.sushila)));
        looks.put("keys made after the end", () -> {
            around.refused(ROW_SECURITY, world.at(world.ended, world.town.sushila),
                    "insert into vault.key (org_id, id, kind) select haki.org(), gen_random_uuid(), 'window' where :id::uuid is not null", world.asha.id());
            around.refused(ROW_SECURITY, whole(),
                    "insert into vault.key (org_id, id, kind) select haki.org(), gen_random_uuid(), 'case' where :id::uuid is not null", world.asha.id());
        });
        looks.put("wraps made after the end", () -> around.refused(ROW_SECURITY, world.at(world.ended, world.town.sushila),
                "insert into vault.key_wrap (org_id, key_id, version, wrapped) values (haki.org(), :id, 1, '')", world.asha.id()));
        return looks;
    }

    private void order_elsewhere() {
        elsewhere("""
                insert into haki.activity_order (org_id, before_id, after_id)
                select org_id, id, id from haki.activity where case_id = :id limit 1""", "haki.activity_order");
    }

    private void moves_elsewhere() {
        elsewhere("""
                insert into haki.activity_move (org_id, id, case_id, activity_id, by_person)
                select org_id, gen_random_uuid(), case_id, id, haki.person() from haki.activity where case_id = :id limit 1""", "haki.activity_move");
    }

    /** What the owner's people wrote down in Bina's case stands at no window. */
    private void elsewhere(String insert, String table) {
        around.undone(() -> {
            assertThat(around.as(world.wanjiru(), () -> jdbc.sql(insert).param("id", world.bina.id()).update())).isOne();
            none(table, whole());
        });
    }

    private void none(String from, Actor guest) {
        assertThat(around.as(guest, () -> jdbc.sql("select count(*) from " + from).query(Integer.class).single())).as(from).isZero();
    }

    /** At a window with every section, but for the lead. */
    private Actor whole() {
        return world.at(world.whole, world.town.sushila);
    }
}
