package org.haki.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.haki.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server named in the settings, and what it answers. Without one, messages wait. */
@Component
class MailServer {

    /** A mail as it leaves: plain text, no attachments; {@code end} is the address that ends such mails, or {@code null}. */
    record Letter(String id, String to, String subject, String body, String end) {

        Letter(String id, String to, String subject, String body) {
            this(id, to, subject, body, null);
        }
    }

    /** What became of it. */
    enum Answer {
        TAKEN,
        /** For good: there is no such address, or such a mail is not wanted. */
        REFUSED,
        /** The person has no address any more. */
        NOWHERE,
        /** Nothing was handed over; worth trying again. */
        LATER,
        /** The server could not be reached or would not talk to us at all. */
        AWAY,
        /** The mail was handed over and no answer came: it may have arrived, so it is not sent again. */
        UNSURE
    }

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final InternetAddress from;
    private final Session session;

    @Autowired
    MailServer(
            @Value("${haki.smtp.host}") String host,
            @Value("${haki.smtp.port}") int port,
            @Value("${haki.smtp.user}") String user,
            @Value("${haki.smtp.password}") String password,
            @Value("${haki.smtp.from}") String from,
            @Value("${haki.smtp.security}") String security) {
        this(host, port, user, password, from, security, PATIENCE);
    }

    MailServer(String host, int port, String user, String password, String from, String security, Duration patience) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = host.isBlank() ? null : sender(from);
        this.session = Session.getInstance(properties(security, patience));
    }

    /** Whether there is one. */
    boolean named() {
        return !host.isBlank();
    }

    /** Hands the mail over, once. */
    Answer hand(Letter letter) {
        Transport line = null;
        try {
            line = session.getTransport("smtp");
            line.connect(host, port, user.isBlank() ? null : user, user.isBlank() ? null : password);
            return hand(letter, line);
        } catch (MessagingException unreachable) {
            return Answer.AWAY;
        } finally {
            hangUp(line);
        }
    }

    private Answer hand(Letter letter, Transport line) {
        var mail = new Handed(session);
        try {
            write(mail, letter);
            line.sendMessage(mail, mail.getAllRecipients());
            return Answer.TAKEN;
        } catch (AddressException notAnAddress) {
            return Answer.REFUSED;
        } catch (MessagingException failed) {
            return answer(failed, mail.begun);
        }
    }

    /** Saying goodbye may fail; what was answered before still holds. */
    private static void hangUp(Transport line) {
        try {
            if (line != null) {
                line.close();
            }
        } catch (MessagingException gone) {
            LOG.debug("The mail server hung up first");
        }
    }

    private void write(MimeMessage mail, Letter letter) throws MessagingException {
        mail.setFrom(from);
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setText(letter.body(), StandardCharsets.UTF_8.name());
        mail.setSentDate(new Date());
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (letter.end() != null) {
            mail.setHeader("List-Unsubscribe", "<" + letter.end() + ">");
            if (letter.end().startsWith("https:")) {
                mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");   // RFC 8058, over HTTPS only
            }
        }
        mail.saveChanges();
        mail.setHeader("Message-ID", "<" + letter.id() + "@" + domain() + ">");
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    /** A refused address or mail is refused for good; a refused sender is our own fault and may be put right. */
    private static Answer answer(MessagingException failed, boolean begun) {
        boolean answered = false;
        for (Exception at = failed; at instanceof MessagingException link; at = link.getNextException()) {
            if (link instanceof SMTPSenderFailedException) {
                return Answer.LATER;
            }
            int code = switch (link) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException sending -> sending.getReturnCode();
                default -> 0;
            };
            if (code >= 500) {
                return Answer.REFUSED;
            }
            answered |= code >= 400;
        }
        return begun && !answered ? Answer.UNSURE : Answer.LATER;
    }

    private static InternetAddress sender(String from) {
        try {
            var sender = new InternetAddress(from, true);
            sender.validate();
            return sender;
        } catch (AddressException wrong) {
            throw new Refusal("HAKI_SMTP_HOST names a mail server, but HAKI_SMTP_FROM is not an address to send from,"
                    + " such as Haki <haki@example.org>.");
        }
    }

    private static Properties properties(String security, Duration patience) {
        var millis = Long.toString(patience.toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.localhost", "localhost");
        switch (security) {
            case "starttls" -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "tls" -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "none" -> { }
            default -> throw new Refusal("HAKI_SMTP_SECURITY is one of starttls, tls and none.");
        }
        return properties;
    }

    /** Remembers whether its content began to go out. */
    private static final class Handed extends MimeMessage {
        private boolean begun;

        Handed(Session session) {
            super(session);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignored);
        }
    }
}
