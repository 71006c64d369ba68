package org.haki.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.haki.ui.Words;
import org.junit.jupiter.api.Test;

/** A link to somebody outside: in a mail that says nothing, kept nowhere. */
class OneLinkTest extends MailScene {

    @Test
    void the_mail_holds_a_neutral_sentence_and_the_link() throws Exception {
        assertThat(link(mails.getSmtp().getPort()).tell("desk@clinic.example", "es", "referral_link", "/guest/abc")).isTrue();
        var mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Una página para usted");
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("desk@clinic.example");
        assertThat(mail.getContent().toString()).contains("https://haki.example/guest/abc").doesNotContainPattern("\\d{4}");
        assertThat(owner.sql("select count(*) from hub.outbox o where o::text like '%abc%' or o::text like '%clinic%'").query(Integer.class).single())
                .isZero();
    }

    @Test
    void whoever_asked_hears_that_no_server_took_it() {
        assertThat(link(1).tell("desk@clinic.example", "en", "referral_link", "/guest/abc")).isFalse();
        assertThat(new OneLink(NO_SERVER, new Words(true), "https://haki.example").possible()).isFalse();
    }

    private static OneLink link(int port) {
        var server = new MailServer("127.0.0.1", port, "", "", "Haki <haki@example.org>", "none", Duration.ofMillis(700));
        return new OneLink(server, new Words(true), "https://haki.example/");
    }
}
