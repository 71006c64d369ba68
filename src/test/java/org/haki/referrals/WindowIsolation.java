package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.haki.CaseStory;
import org.haki.NoTrail;
import org.haki.Town;
import org.haki.cases.ConsentToShare;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every look through a window and around it. What it finds it puts back, so it can look again after a change of the walls. */
final class WindowIsolation {

    private static final List<String> FORCED = List.of("haki", "vault", "facts");

    private final WindowWorld world;
    private final Town town;
    private final Work work;
    private final JdbcClient jdbc;
    private final Referrals referrals;
    private final SharedCases shared;
    private final TransferLook transfer;

    WindowIsolation(WindowWorld world) {
        this.world = world;
        this.town = world.town;
        this.work = world.haki.getBean(Work.class);
        this.jdbc = world.haki.getBean(JdbcClient.class);
        this.referrals = world.haki.getBean(Referrals.class);
        this.shared = world.haki.getBean(SharedCases.class);
        this.transfer = new TransferLook(world, this);
    }

    /** The looks that found what they should not, and what; {@code spoken} is what becomes of the words of Work to PostgreSQL. */
    Map<String, String> breaches(UnaryOperator<String> spoken) {
        var breaches = new LinkedHashMap<String, String>();
        looks(spoken).forEach((look, looking) -> {
            try {
                looking.run();
            } catch (AssertionError | RuntimeException found) {
                breaches.put(look, String.valueOf(found.getMessage()).strip());
            }
        });
        return breaches;
    }

    private Map<String, Runnable> looks(UnaryOperator<String> spoken) {
        var looks = new LinkedHashMap<String, Runnable>();
        looks.put("agreed sections are shown", this::agreed_sections_are_shown);
        looks.put("other sections", this::other_sections);
        looks.put("other cases", () -> sees_none_of(world.others, world.at(world.whole, town.sushila)));
        looks.put("not accepted", () -> sees_none_of(world.everything(), world.at(world.sent, town.sushila)));
        looks.put("ended", () -> ended(world.ended));
        looks.put("past its end", () -> ended(world.past));
        looks.put("another reader", () -> sees_none_of(world.everything(), world.at(world.whole, town.prem)));
        looks.put("another organisation", this::another_organisation);
        looks.put("staff of the receiver", this::staff_of_the_receiver);
        looks.put("lists of another organisation", this::lists_of_another_organisation);
        looks.put("owner of the tables", () -> assertThat(holding(world.owner(), FORCED, world.everything())).isEmpty());
        looks.put("between two deeds", () -> between_two_deeds(spoken));
        looks.put("sent without a consent", this::sent_without_a_consent);
        looks.put("sent beyond the consent", this::sent_beyond_the_consent);
        looks.put("exception of one alone", this::exception_of_one_alone);
        looks.put("onward beyond what is seen", this::onward_beyond_what_is_seen);
        looks.put("withdrawn", this::withdrawn);
        looks.put("keys after the end", this::keys_after_the_end);
        looks.put("keys of others", this::keys_of_others);
        looks.put("written elsewhere", this::written_elsewhere);
        looks.put("hung on another organisation", this::hung_on_another_organisation);
        looks.put("suspended", () -> while_northgate("state = 'suspended'"));
        looks.put("parted", () -> while_northgate("network_id = null"));
        looks.putAll(transfer.looks());
        looks.put("without an account", () -> new OutsideLook(world, this).look());
        looks.put(ServiceRecordLook.NAME, () -> new ServiceRecordLook(world, this).look());
        looks.putAll(new LeadIsolation(world, this).looks());
        looks.putAll(new TableIsolation(world, this).looks());
        return looks;
    }

    private void agreed_sections_are_shown() {
        var view = shared.view(world.sushila(), world.whole.id());
        assertThat(view.client().name()).isEqualTo("Asha Thapa");
        assertThat(view.referral().words().instructions()).isEqualTo(WindowWorld.INSTRUCTIONS);
        assertThat(view.story()).extracting(entry -> entry.text()).containsExactly(CaseStory.WORDS);
        assertThat(view.plan()).isNotEmpty();
        assertThat(view.entries()).extracting(WindowEntry::text).containsExactly(WindowWorld.OWN_WORDS);
        assertThat(seen(world.at(world.whole, town.sushila), world.ashas))
                .contains("haki.case_note: her story", "haki.activity: her plan", "vault.person: her name");
    }

    private void other_sections() {
        assertThat(seen(world.at(world.plan, town.sushila), world.everything()))
                .contains("haki.activity: her plan")
                .doesNotContain("vault.person: her name")
                .noneMatch(shown -> shown.endsWith("her story") || world.others.keySet().stream().anyMatch(shown::endsWith));
        var view = shared.view(world.sushila(), world.plan.id());
        assertThat(view.client()).isNull();
        assertThat(view.story()).isEmpty();
        assertThat(view.plan()).isNotEmpty();
    }

    private void ended(CaseWindow window) {
        sees_none_of(world.everything(), world.at(window, town.sushila));
        var view = shared.view(world.sushila(), window.id());
        assertThat(view.file()).isNull();
        assertThat(view.referral()).isNull();
        undone(() -> assertThatThrownBy(() -> shared.write(
                world.sushila(), window.id(), new WriteEntry("note", "", "Later.", ""), Op.own())).isInstanceOf(Problem.class));
    }

    private void another_organisation() {
        var stranger = world.elsewhere.sushila;
        for (var window : List.of(world.whole, world.sent)) {
            sees_none_of(world.everything(), world.at(window, stranger));
            sees_none_of(Map.of("her case", world.asha.id()), world.at(window, stranger));
            assertThatThrownBy(() -> shared.view(stranger.actor(), window.id())).isInstanceOf(Problem.class);
        }
        var sushila = world.at(world.whole, town.sushila);
        sees_none_of(world.everything(), world.sushila().atWindow(
                world.whole.id(), world.elsewhere.riverbend.id(), world.whole.office(), sushila.rights().get(world.whole.office())));
    }

    private void staff_of_the_receiver() {
        for (var person : List.of(town.sushila, town.prem, town.nadia, world.elsewhere.leila)) {
            sees_none_of(world.everything(), person.actor());
        }
    }

    private void lists_of_another_organisation() {
        for (var person : List.of(world.elsewhere.sushila, town.leila)) {
            assertThat(count(person.actor(), "hub.windows_to(array['sent', 'accepted', 'revoked'], 'epoch', :id, 50)", new UUID(0, 0))).isZero();
            assertThat(count(person.actor(), "hub.window_to(:id)", world.whole.id())).isZero();
        }
        for (var person : List.of(world.elsewhere.leila, town.prem)) {
            assertThat(count(person.actor(), "hub.windows_of(array[:id]::uuid[])", world.asha.id())).isZero();
        }
    }

    private void between_two_deeds(UnaryOperator<String> spoken) {
        try (var said = new SpokenDataSource(world.haki.getEnvironment().getRequiredProperty("haki.database.url"), spoken)) {
            var connection = JdbcClient.create(said);
            var deeds = new Work(connection, new TransactionTemplate(new JdbcTransactionManager(said)), new NoTrail());
            Supplier<Integer> cases = () -> connection.sql("select count(*) from haki.case_file").query(Integer.class).single();
            assertThat(deeds.as(world.wanjiru(), "case.see", cases)).isPositive();
            assertThat(cases.get()).isZero();
        }
    }

    private void sent_without_a_consent() {
        undone(() -> assertThatThrownBy(() -> referrals.send(
                world.wanjiru(), world.bina.code(), world.asking("before", "whole", "identity"), Op.own())).isInstanceOf(Problem.class));
    }

    private void sent_beyond_the_consent() {
        undone(() -> {
            referrals.send(world.wanjiru(), world.bina.code(), world.asking("now", "none", "plan"), Op.own());
            assertThatThrownBy(() -> referrals.send(
                    world.wanjiru(), world.bina.code(), world.asking("before", "none", "identity"), Op.own())).isInstanceOf(Problem.class);
        });
    }

    private void exception_of_one_alone() {
        undone(() -> {
            var leila = town.leila.actor();
            referrals.send(leila, world.bina.code(), world.asking("vital_interest", "whole", "identity"), Op.own());
            assertThat(opens(leila, referrals.of(leila, world.bina).getFirst().id())).isFalse();
        });
    }

    private void onward_beyond_what_is_seen() {
        undone(() -> {
            var guest = world.at(world.plan, town.sushila);
            UUID recipient = world.elsewhere.northgate.id(), referral = Id.next();
            as(guest, () -> {
                jdbc.sql("""
                        insert into haki.consent (org_id, id, case_id, by_org, purpose, decision, method, by_whom, text_version, language,
                            decided_at, to_org, sections, expires_at)
                        values (haki.org(), gen_random_uuid(), :case, haki.guest(), 'referral', 'given', 'verbal_phone', 'self', 1, 'en',
                            now(), :to, '{identity}', now() + interval '1 day')""")
                        .param("case", world.asha.id()).param("to", recipient).update();
                jdbc.sql("""
                        insert into haki.referral (org_id, id, case_id, by_org, parent_id, kind, to_org, urgency, sections)
                        values (haki.org(), :id, :case, haki.guest(), haki.window(), 'service', :to, 'normal', '{identity}')""")
                        .param("id", referral).param("case", world.asha.id()).param("to", recipient).update();
                return assertThat(opens(guest, referral)).isFalse();
            });
        });
    }

    private void withdrawn() {
        undone(() -> {
            work.as(world.wanjiru(), "consent.share", () -> world.haki.getBean(SharingConsents.class).record(world.wanjiru(), world.asha,
                    new ConsentToShare("referral", town.northgate.id(), "", "withdrawn", List.of(), null, "verbal_phone", "self", "", "", "en")));
            sees_none_of(world.everything(), world.at(world.whole, town.sushila));
        });
    }

    private void keys_after_the_end() {
        undone(() -> {
            referrals.revoke(world.wanjiru(), world.asha.code(), world.whole.id(), "safety", Op.own());
            assertThat(count(world.sushila(), "hub.window_wraps_before(1000000, 1000000) where window_id = :id", world.whole.id())).isOne();
            assertThat(keys(world.at(world.whole, town.sushila))).containsOnly(world.whole.ownKey());
        });
    }

    private void keys_of_others() {
        assertThat(keys(world.at(world.whole, town.prem))).isEmpty();
        assertThat(keys(world.at(world.whole, world.elsewhere.sushila))).isEmpty();
        assertThat(keys(world.at(world.past, town.sushila))).isEmpty();
    }

    private void written_elsewhere() {
        refused("row-level security", world.at(world.whole, town.sushila), """
                insert into haki.window_entry (org_id, id, case_id, window_id, by_org, kind, sealed, happened_at)
                values (haki.org(), gen_random_uuid(), :id, haki.window(), haki.guest(), 'note', '', now())""", world.bina.id());
    }

    private void hung_on_another_organisation() {
        refused("foreign key", world.wanjiru(), """
                insert into haki.referral (org_id, id, case_id, kind, to_name, urgency, sections, consent_id)
                select haki.org(), gen_random_uuid(), c.id, 'service', 'Somebody', 'normal', '{}', :id from haki.case_file c
                where c.org_id = haki.org() limit 1""", world.elsewheresConsent);
    }

    private void while_northgate(String is) {
        world.whileNorthgate(is, () -> sees_none_of(world.everything(), world.at(world.whole, town.sushila)));
    }

    void sees_none_of(Map<String, UUID> secrets, Actor actor) {
        assertThat(seen(actor, secrets)).isEmpty();
    }

    /** What these ids are in, of all that this actor's role may read. */
    List<String> seen(Actor actor, Map<String, UUID> secrets) {
        return as(actor, () -> holding(jdbc, List.of("haki", "hub", "vault", "facts"), secrets));
    }

    private static List<String> holding(JdbcClient connection, List<String> schemas, Map<String, UUID> secrets) {
        var names = secrets.entrySet().stream().map(one -> "('" + one.getKey() + "', '%" + one.getValue() + "%')").collect(Collectors.joining(", "));
        var looks = connection.sql("""
                        select format('select ''%1$s.%2$s: '' || s.name from %1$I.%2$I t join secret s on t::text like s.id', n.nspname, c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in (:schemas) and c.relkind in ('r', 'p', 'v', 'm') and has_schema_privilege(n.oid, 'usage')
                          and has_table_privilege(c.oid, 'select')""")
                .param("schemas", schemas).query(String.class).list();
        return looks.isEmpty() ? List.of() : connection.sql("with secret(name, id) as (values " + names + ") " + String.join(" union ", looks))
                .query(String.class).list();
    }

    List<UUID> keys(Actor guest) {
        return as(guest, () -> jdbc.sql("select key_id from hub.window_wraps(:keys)").param("keys", world.keys.toArray(UUID[]::new))
                .query(UUID.class).list());
    }

    private int count(Actor actor, String sql, UUID id) {
        return as(actor, () -> jdbc.sql("select count(*) from " + sql).param("id", id).query(Integer.class).single());
    }

    /** Whether PostgreSQL opens a way for this referral. */
    private boolean opens(Actor actor, UUID referral) {
        return as(actor, () -> jdbc.sql("select hub.window_make(:id, gen_random_uuid(), now() + interval '1 day', now() + interval '1 day')")
                .param("id", referral).query(Boolean.class).single());
    }

    void refused(String why, Actor actor, String sql, UUID id) {
        assertThatThrownBy(() -> undone(() -> as(actor, () -> jdbc.sql(sql).param("id", id).update())))
                .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining(why);
    }

    /** In this actor's context, whatever her rights. */
    <T> T as(Actor actor, Supplier<T> deed) {
        return work.as(actor, actor.rights().values().iterator().next().iterator().next(), deed);
    }

    void undone(Runnable deed) {
        world.haki.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            deed.run();
        });
    }
}
