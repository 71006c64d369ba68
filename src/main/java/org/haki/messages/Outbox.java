package org.haki.messages;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Words;
import org.springframework.stereotype.Service;

/** The one way out: what a deed tells colleagues by e-mail. Written in the deed's own transaction, sent after it. */
@Service
public class Outbox {

    private static final Duration JOINED = Duration.ofMinutes(10);
    private static final Duration JOINED_IN_AN_EMERGENCY = Duration.ofMinutes(1);

    private final Work work;
    private final OutboxRepository messages;
    private final MailServer server;
    private final Words words;

    Outbox(Work work, OutboxRepository messages, MailServer server, Words words) {
        this.work = work;
        this.messages = messages;
        this.server = server;
        this.words = words;
    }

    /**
     * Tells these members of staff; whoever has no e-mail address is skipped. Called inside the verb that it tells of.
     *
     * @param org      the organisation at work
     * @param template a name under {@code Mail.} in words/
     * @param code     the case or intake, or empty
     * @param path     where the link leads, as {@code /intake/K7M4Q2XD9FRT6}
     */
    public void tell(UUID org, Collection<UUID> logins, String template, String code, String path) {
        if (!Work.scope().actor().org().equals(org)) {
            throw new IllegalStateException("Messages are told for the organisation at work only");
        }
        if (!words.has("Mail." + template + ".subject")) {
            throw new IllegalArgumentException("No such mail: " + template);
        }
        if (!logins.isEmpty()) {
            messages.tell(logins, template, code == null ? "" : code, path, window(template));
        }
    }

    /** What did not arrive and nobody has dealt with yet, newest first: tasks on Today. */
    public List<Undelivered> undelivered(Actor actor) {
        return work.as(actor, "message.settle", messages::undelivered);
    }

    /** How many messages wait because no mail server is set; 0 where one is. */
    public int waitingForServer(Actor actor) {
        return work.as(actor, "message.settle", () -> server.named() ? 0 : messages.waiting());
    }

    /** Somebody dealt with a message that did not arrive. */
    public void settle(Actor actor, UUID message, Op op) {
        work.once(actor, "message.settle", op, () -> {
            if (messages.settle(message) == 0) {
                throw Problem.notFound();
            }
            return "/today";
        });
    }

    private static Duration window(String template) {
        return template.endsWith("_emergency") ? JOINED_IN_AN_EMERGENCY : JOINED;
    }
}
