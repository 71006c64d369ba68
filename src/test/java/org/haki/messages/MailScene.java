package org.haki.messages;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.haki.ui.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A desk whose people are told things: a real mail server, the outbox, and time that passes when a test says so. */
class MailScene {

    static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    static TestDatabase database;
    static JdbcClient owner;
    static final MailServer NO_SERVER = new MailServer("", 0, "", "", "", "starttls");
    static Work work;
    static TransactionTemplate transaction;
    static OutboxRepository rows;

    final UUID org = Id.next();
    final UUID office = Id.next();
    final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final Actor leila = staff(Set.of("message.settle"));
    final Actor mateo = staff(Set.of());
    Outbox outbox;

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
        outbox = new Outbox(work, rows, NO_SERVER, new Words(true));
        owner.sql("update hub.outbox set state = 'sent', ended_at = now() where state = 'waiting'").update();
        owner.sql("insert into hub.organisation (id, slug, name, zone, region) values (?, ?, 'Riverbend', 'Asia/Kathmandu', 'NP')")
                .params(org, "riverbend-" + org).update();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    void tell(UUID login, String template, String code, String path) {
        work.as(leila, "message.settle", () -> outbox.tell(org, List.of(login), template, code, path));
    }

    static Sender sender(int port) {
        var server = new MailServer(
                "127.0.0.1", port, "", "", "Haki <haki@example.org>", "none", Duration.ofMillis(700));
        return new Sender(transaction, rows, server, writer());
    }

    static MailWriter writer() {
        return new MailWriter(new Words(true), "https://haki.example.org/", List.of(new MailEnding() {
            @Override
            public boolean ends(String template) {
                return template.equals("figures_week");
            }

            @Override
            public String path(UUID login) {
                return "/unsubscription/only-this";
            }
        }));
    }

    Actor staff(Set<String> verbs) {
        return new Actor(Actor.Kind.STAFF, org, Id.next(), "", Map.of(office, verbs), ZONE, null, null, null);
    }

    UUID login(String email, String language) {
        var id = Id.next();
        owner.sql("insert into hub.login (id, org_id, sign_in_name, name, email, language) values (?, ?, ?, 'Wanjiru Otieno', ?, ?)")
                .params(Arrays.asList(id, org, id.toString(), email, language)).update();
        return id;
    }

    /** Everything in the outbox gets older. */
    void minutesPass(int minutes) {
        owner.sql("""
                        update hub.outbox set next_at = next_at - make_interval(mins => :minutes),
                               created_at = created_at - make_interval(mins => :minutes),
                               ended_at = ended_at - make_interval(mins => :minutes)
                        where org_id = :org""").param("minutes", minutes).param("org", org).update();
    }

    List<String> stateOf(UUID login) {
        return owner.sql("select state from hub.outbox where to_login = ?").param(login).query(String.class).list();
    }

    int attempts(UUID login) {
        return owner.sql("select attempts from hub.outbox where to_login = ?").param(login).query(Integer.class).single();
    }

    static int tried(int minutes) {
        return List.of(1, 5, 15, 60, 240, 480, 720, 1440).indexOf(minutes) + 1;
    }

    List<UUID> rowsOf(UUID of) {
        return owner.sql("select id from hub.outbox where org_id = ?").param(of).query(UUID.class).list();
    }

    MimeMessage only() {
        assertThat(mails.getReceivedMessages()).hasSize(1);
        return mails.getReceivedMessages()[0];
    }

    static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }

    static String textOf(MimeMessage mail) {
        try {
            return text(mail);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
