package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Through the window of somebody without an account, and around it: it shows itself to whoever opened the page, while that lasts. */
record OutsideLook(WindowWorld world, WindowIsolation isolation) {

    void look() {
        assertThat(isolation.seen(world.byPass(world.outside, world.pass), world.everything()))
                .contains("haki.case_note: her story", "haki.activity: her plan", "vault.person: her name")
                .noneMatch(shown -> world.others.keySet().stream().anyMatch(shown::endsWith));
        for (var said : List.of("", "00".repeat(32), world.passEnded, world.passOver)) {
            isolation.sees_none_of(world.everything(), world.byPass(world.outside, said));
            assertThat(isolation.keys(world.byPass(world.outside, said))).isEmpty();
        }
        isolation.sees_none_of(world.everything(), world.byPass(world.outsideOver, world.passOver));
        assertThat(isolation.keys(world.byPass(world.outsideOver, world.passOver))).isEmpty();
        for (var window : List.of(world.outsideOver, world.whole, world.sent, world.plan)) {
            isolation.sees_none_of(world.everything(), world.byPass(window, world.pass));
        }
        isolation.sees_none_of(world.everything(), world.at(world.outside, world.town.sushila));
        isolation.refused("row-level security", world.byPass(world.outside, world.pass), """
                insert into haki.window_entry (org_id, id, case_id, window_id, by_org, kind, sealed, happened_at)
                values (haki.org(), gen_random_uuid(), haki.windowed('case'), haki.window(), :id, 'remark', '', now())""", world.town.northgate.id());
        isolation.refused("row-level security", world.byPass(world.outside, world.pass), """
                insert into haki.window_entry (org_id, id, case_id, window_id, by_org, kind, sealed, happened_at)
                values (haki.org(), gen_random_uuid(), :id, haki.window(), null, 'remark', '', now())""", world.bina.id());
    }
}
