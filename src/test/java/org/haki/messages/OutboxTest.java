package org.haki.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;

/** Deeds tell Leila and Wanjiru, and a real mail server takes the mails. */
class OutboxTest extends MailScene {

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

    /** RFC 8058: the mail program itself can end them, without a page and without a sign-in. */
    @Test
    void a_mail_that_somebody_asked_for_says_how_it_ends_and_no_other_does() throws Exception {
        tell(login("leila@example.org", "en"), "figures_week", "", "/reports?from=2026-11-16&to=2026-11-22");
        sender(mails.getSmtp().getPort()).send();
        var mail = only();
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://haki.example.org/unsubscription/only-this>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(mail)).contains("without signing in:\nhttps://haki.example.org/unsubscription/only-this\n");
        mails.purgeEmailFromAllMailboxes();
        tell(login("wanjiru@example.org", "en"), "case_assigned", Code.next(), "/cases/x");
        sender(mails.getSmtp().getPort()).send();
        assertThat(only().getHeader("List-Unsubscribe")).isNull();
        assertThat(text(only())).doesNotContain("unsubscription");
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

    /** S2.38: a client does not sign in. */
    @Test
    void whoever_does_not_sign_in_cannot_be_written_to() {
        tell(Id.next(), "intake_received", Code.next(), "/intake");
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
}
