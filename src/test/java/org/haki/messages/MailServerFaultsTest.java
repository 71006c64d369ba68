package org.haki.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;

/** What becomes of a message when the mail server is away, busy, broken, or asked twice (F18). */
class MailServerFaultsTest extends MailScene {

    @Test
    void while_the_mail_server_is_away_messages_wait_longer_and_longer_and_end_dead() {
        var wanjiru = login("wanjiru@example.org", "en");
        int port = mails.getSmtp().getPort();
        mails.stop();
        var sender = sender(port);
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        for (int minutes : new int[] {1, 5, 15, 60, 240, 480, 720, 1440}) {
            sender.send();
            assertThat(stateOf(wanjiru)).containsExactly("waiting");
            minutesPass(minutes - 1);
            sender.send();
            assertThat(attempts(wanjiru)).as("not before %d minutes are over", minutes).isEqualTo(tried(minutes));
            minutesPass(1);
        }
        sender.send();
        assertThat(stateOf(wanjiru)).containsExactly("dead");
        assertThat(outbox.undelivered(leila)).singleElement().satisfies(one -> {
            assertThat(one.fault()).isEqualTo("gave_up");
            assertThat(one.to()).isEqualTo(wanjiru);
        });
    }

    @Test
    void a_mail_server_that_comes_back_gets_what_waited() {
        var wanjiru = login("wanjiru@example.org", "en");
        sender(1).send();
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        sender(1).send();
        minutesPass(1);
        sender(mails.getSmtp().getPort()).send();
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(stateOf(wanjiru)).containsExactly("sent");
    }

    @Test
    void a_refused_address_ends_bounced_and_is_settled_once_by_whoever_may() throws Exception {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        try (var server = new StubMailServer(StubMailServer.Manner.REFUSES_THE_ADDRESS)) {
            sender(server.port()).send();
        }
        assertThat(stateOf(wanjiru)).containsExactly("bounced");

        var task = outbox.undelivered(leila).getFirst();
        assertThat(task.fault()).isEqualTo("refused");
        assertThatThrownBy(() -> outbox.undelivered(mateo)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> outbox.settle(mateo, task.id(), Op.own())).isInstanceOf(Problem.class);
        outbox.settle(leila, task.id(), Op.own());
        assertThat(outbox.undelivered(leila)).isEmpty();
        assertThatThrownBy(() -> outbox.settle(leila, task.id(), Op.own())).isInstanceOf(Problem.class);
    }

    @Test
    void a_server_that_is_busy_is_asked_again() throws Exception {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        try (var server = new StubMailServer(StubMailServer.Manner.IS_BUSY)) {
            sender(server.port()).send();
        }
        assertThat(stateOf(wanjiru)).containsExactly("waiting");
    }

    @Test
    void a_server_that_dies_or_falls_silent_after_taking_the_mail_is_not_asked_twice() throws Exception {
        for (var manner : List.of(StubMailServer.Manner.DIES_AFTER_TAKING, StubMailServer.Manner.FALLS_SILENT)) {
            var wanjiru = login(manner + "@example.org", "en");
            tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
            try (var server = new StubMailServer(manner)) {
                sender(server.port()).send();
                minutesPass(3000);
                sender(server.port()).send();
                assertThat(server.taken()).as("mails handed over to a server that %s", manner).isEqualTo(1);
            }
            assertThat(stateOf(wanjiru)).containsExactly("dead");
            assertThat(outbox.undelivered(leila)).anySatisfy(one -> assertThat(one.fault()).isEqualTo("unsure"));
        }
    }

    @Test
    void a_server_that_dies_before_taking_the_mail_is_asked_again() throws Exception {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        try (var server = new StubMailServer(StubMailServer.Manner.DIES_BEFORE_TAKING)) {
            sender(server.port()).send();
        }
        assertThat(stateOf(wanjiru)).containsExactly("waiting");
    }

    @Test
    void what_a_killed_sender_had_taken_is_never_sent_again() {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        List<OutboxRepository.Taken> taken = transaction.execute(_ -> rows.take(5));
        assertThat(taken).hasSize(1);
        var sender = sender(mails.getSmtp().getPort());
        sender.send();
        owner.sql("update hub.outbox set taken_at = taken_at - interval '11 minutes' where org_id = ?").param(org).update();
        sender.send();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(outbox.undelivered(leila)).singleElement().satisfies(one -> assertThat(one.fault()).isEqualTo("unsure"));
    }

    @Test
    void two_senders_send_each_message_once() throws Exception {
        for (int i = 0; i < 40; i++) {
            tell(login("colleague" + i + "@example.org", "en"), "case_assigned", Code.next(), "/cases/1");
        }
        int port = mails.getSmtp().getPort();
        var one = Thread.ofVirtual().start(sender(port)::send);
        var other = Thread.ofVirtual().start(sender(port)::send);
        one.join();
        other.join();
        assertThat(Arrays.stream(mails.getReceivedMessages()).map(MailScene::recipient)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_colleague_who_lost_the_address_meanwhile_is_a_task_too() {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        owner.sql("update hub.login set email = null where id = ?").param(wanjiru).update();
        sender(mails.getSmtp().getPort()).send();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(outbox.undelivered(leila)).singleElement().satisfies(one -> assertThat(one.fault()).isEqualTo("no_address"));
    }

    @Test
    void without_a_mail_server_messages_wait() {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        new Sender(transaction, rows, NO_SERVER, writer()).send();
        assertThat(stateOf(wanjiru)).containsExactly("waiting");
        assertThat(attempts(wanjiru)).isZero();
        assertThat(outbox.waitingForServer(leila)).as("Today tells whoever settles messages").isEqualTo(1);
        assertThatThrownBy(() -> outbox.waitingForServer(mateo)).isInstanceOf(Problem.class);
    }
}
