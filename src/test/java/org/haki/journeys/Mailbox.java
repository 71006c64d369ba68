package org.haki.journeys;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.haki.kernel.Code;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real mail server for a Haki under test, and what arrived there. */
final class Mailbox {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    /** Lets Haki send its mails here, as they are due. */
    void takes(DynamicPropertyRegistry settings) {
        settings.add("haki.smtp.host", () -> "127.0.0.1");
        settings.add("haki.jobs", () -> "true");
        settings.add("haki.smtp.security", () -> "none");
        settings.add("haki.smtp.from", () -> "Haki <haki@example.org>");
        settings.add("haki.smtp.port", () -> server.getSmtp().getPort());
    }

    /** Waits for the mail to this address about the case with this code; the whole of it. */
    String about(String code, String address) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> Arrays.stream(server.getReceivedMessagesForDomain(address))
                .map(GreenMailUtil::getWholeMessage)
                .filter(mail -> mail.contains(Code.shown(code)))
                .findFirst(), Optional::isPresent).orElseThrow();
    }

    /** Waits until something arrived; all that did. */
    List<String> all() {
        server.waitForIncomingEmail(20_000, 1);
        return Arrays.stream(server.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList();
    }

    void close() {
        server.stop();
    }
}
