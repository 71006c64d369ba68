package org.haki.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.NoTrail;
import org.haki.database.TestDatabase;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deeds tell Leila and Wanjiru; a real mail server takes the mails, or a broken one does not. */
class OutboxTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    private static TestDatabase database;
    private static JdbcClient owner;
    private static Work work;
    private static TransactionTemplate transaction;
    private static OutboxRepository rows;

    private final UUID org = Id.next();
    private final UUID office = Id.next();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Actor leila = staff(Set.of("message.settle"));
    private final Actor mateo = staff(Set.of());
    private Outbox outbox;

    @BeforeAll
    static void database() {
        database = TestDatabase.fresh();
        owner = JdbcClient.create(database.superuser());
        var app = database.app();
        var jdbc = JdbcClient.create(app);
        transaction = new TransactionTemplate(new JdbcTransactionManager(app));
        work = new Work(jdbc, transaction, new NoTrail());
        rows = new OutboxRepository(jdbc);
    }

    @BeforeEach
    void organisation() {
        mails.start();
        outbox = new Outbox(work, rows, new Words(true));
        owner.sql("update hub.outbox set state = 'sent', ended_at = now() where state = 'waiting'").update();
        owner.sql("insert into hub.organisation (id, slug, name, zone, region) values (?, ?, 'Riverbend', 'Asia/Kathmandu', 'NP')")
                .params(org, "riverbend-" + org).update();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    @Test
    void a_mail_holds_a_code_and_a_link_and_nothing_else() throws Exception {
        var wanjiru = login("wanjiru@example.org", "en");
        var code = Code.next();
        tell(wanjiru, "intake_received", code, "/intake/" + code);
        sender(mails.getSmtp().getPort()).send();

        var mail = only();
        assertThat(mail.getSubject()).isEqualTo("New at the desk: " + Code.shown(code));
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("wanjiru@example.org");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(text(mail)).isEqualTo("""
                Something new waits at the desk.

                %s
                https://haki.example.org/intake/%s

                Sent by Haki. It says nothing more on purpose; sign in to read. Answers to this address are not read.""".formatted(Code.shown(code), code));
        assertThat(stateOf(wanjiru)).containsExactly("sent");
    }

    @Test
    void everybody_is_written_to_in_their_own_language() throws Exception {
        tell(login("rosa@example.org", "es"), "case_assigned", Code.next(), "/cases/x");
        sender(mails.getSmtp().getPort()).send();
        assertThat(only().getSubject()).startsWith("A su cargo: ");
    }

    @Test
    void whoever_has_no_address_is_skipped() {
        tell(login(null, "en"), "intake_received", Code.next(), "/intake");
        assertThat(rowsOf(org)).isEmpty();
    }

    @Test
    void nobody_of_another_organisation_is_told() {
        var stranger = login("stranger@example.org", "en");
        owner.sql("update hub.login set org_id = (select id from hub.organisation where id <> ? limit 1) where id = ?")
                .params(org, stranger).update();
        tell(stranger, "intake_received", Code.next(), "/intake");
        assertThat(rowsOf(org)).isEmpty();
        assertThatThrownBy(() -> work.as(leila, "message.settle",
                        () -> outbox.tell(Id.next(), List.of(stranger), "intake_received", "", "/intake")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void somebody_at_the_public_page_tells_the_desk() {
        var wanjiru = login("wanjiru@example.org", "en");
        work.as(Actor.atPublicPage(org, ZONE, "r"), "public.report",
                () -> outbox.tell(org, List.of(wanjiru), "intake_received", Code.next(), "/intake"));
        sender(mails.getSmtp().getPort()).send();
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_that_nobody_wrote_is_refused_before_anything_is_kept() {
        var wanjiru = login("wanjiru@example.org", "en");
        assertThatThrownBy(() -> tell(wanjiru, "gossip", Code.next(), "/intake")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deed_that_is_undone_tells_nobody() {
        var wanjiru = login("wanjiru@example.org", "en");
        assertThatThrownBy(() -> work.as(leila, "message.settle", () -> {
            outbox.tell(org, List.of(wanjiru), "intake_received", Code.next(), "/intake");
            throw Problem.stale();
        })).isInstanceOf(Problem.class);
        assertThat(rowsOf(org)).isEmpty();
    }

    @Test
    void a_burst_goes_as_one_mail_after_the_first() throws Exception {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "intake_received", Code.next(), "/intake/1");
        var sender = sender(mails.getSmtp().getPort());
        sender.send();
        assertThat(mails.getReceivedMessages()).hasSize(1);

        var codes = List.of(Code.next(), Code.next(), Code.next(), Code.next());
        codes.forEach(code -> tell(wanjiru, "intake_received", code, "/intake/" + code));
        sender.send();
        assertThat(mails.getReceivedMessages()).as("within ten minutes").hasSize(1);

        minutesPass(10);
        sender.send();
        assertThat(mails.getReceivedMessages()).hasSize(2);
        var joined = mails.getReceivedMessages()[1];
        assertThat(joined.getSubject()).isEqualTo("4 new at the desk");
        assertThat(text(joined)).contains("https://haki.example.org/intake\n");
        codes.forEach(code -> assertThat(textOf(joined)).contains(Code.shown(code)));

        tell(wanjiru, "intake_received", Code.next(), "/intake/6");
        sender.send();
        assertThat(mails.getReceivedMessages()).as("the window goes on after a joined mail").hasSize(2);
    }

    @Test
    void an_emergency_does_not_wait_ten_minutes() {
        var wanjiru = login("wanjiru@example.org", "en");
        var sender = sender(mails.getSmtp().getPort());
        tell(wanjiru, "intake_emergency", Code.next(), "/intake/1");
        sender.send();
        tell(wanjiru, "intake_emergency", Code.next(), "/intake/2");
        minutesPass(1);
        sender.send();
        assertThat(mails.getReceivedMessages()).hasSize(2);
    }

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
        assertThat(Arrays.stream(mails.getReceivedMessages()).map(OutboxTest::recipient)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void without_a_mail_server_messages_wait() {
        var wanjiru = login("wanjiru@example.org", "en");
        tell(wanjiru, "case_assigned", Code.next(), "/cases/1");
        new Sender(transaction, rows, new MailServer("", 0, "", "", "", "starttls"), writer()).send();
        assertThat(stateOf(wanjiru)).containsExactly("waiting");
        assertThat(attempts(wanjiru)).isZero();
    }

    private void tell(UUID login, String template, String code, String path) {
        work.as(leila, "message.settle", () -> outbox.tell(org, List.of(login), template, code, path));
    }

    private static Sender sender(int port) {
        var server = new MailServer(
                "127.0.0.1", port, "", "", "Haki <haki@example.org>", "none", Duration.ofMillis(700));
        return new Sender(transaction, rows, server, writer());
    }

    private static MailWriter writer() {
        return new MailWriter(new Words(true), "https://haki.example.org/");
    }

    private Actor staff(Set<String> verbs) {
        return new Actor(Actor.Kind.STAFF, org, Id.next(), "", Map.of(office, verbs), ZONE, null, null, null);
    }

    private UUID login(String email, String language) {
        var id = Id.next();
        owner.sql("insert into hub.login (id, org_id, sign_in_name, name, email, language) values (?, ?, ?, 'Wanjiru Otieno', ?, ?)")
                .params(Arrays.asList(id, org, id.toString(), email, language)).update();
        return id;
    }

    /** Everything in the outbox gets older. */
    private void minutesPass(int minutes) {
        owner.sql("""
                        update hub.outbox set next_at = next_at - make_interval(mins => :minutes),
                               created_at = created_at - make_interval(mins => :minutes),
                               ended_at = ended_at - make_interval(mins => :minutes)
                        where org_id = :org""").param("minutes", minutes).param("org", org).update();
    }

    private List<String> stateOf(UUID login) {
        return owner.sql("select state from hub.outbox where to_login = ?").param(login).query(String.class).list();
    }

    private int attempts(UUID login) {
        return owner.sql("select attempts from hub.outbox where to_login = ?").param(login).query(Integer.class).single();
    }

    private static int tried(int minutes) {
        return List.of(1, 5, 15, 60, 240, 480, 720, 1440).indexOf(minutes) + 1;
    }

    private List<UUID> rowsOf(UUID of) {
        return owner.sql("select id from hub.outbox where org_id = ?").param(of).query(UUID.class).list();
    }

    private MimeMessage only() {
        assertThat(mails.getReceivedMessages()).hasSize(1);
        return mails.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    private static String textOf(MimeMessage mail) {
        try {
            return text(mail);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
