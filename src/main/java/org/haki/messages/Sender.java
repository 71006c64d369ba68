package org.haki.messages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.haki.messages.MailServer.Answer;
import org.haki.messages.OutboxRepository.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox: at most once, trying again for two days. A message is taken and committed before
 * anything is handed over, so that neither a crash nor a silent mail server makes two mails of it.
 */
@Service
public class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 5;
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(12), Duration.ofHours(24));

    private final TransactionTemplate transaction;
    private final OutboxRepository messages;
    private final MailServer server;
    private final MailWriter writer;

    Sender(TransactionTemplate transaction, OutboxRepository messages, MailServer server, MailWriter writer) {
        this.transaction = transaction;
        this.messages = messages;
        this.server = server;
        this.writer = writer;
    }

    /** Sends everything that is due now. Without a mail server messages wait. */
    public void send() {
        while (server.named()) {
            var taken = transaction.execute(_ -> messages.take(AT_ONCE));
            if (taken.isEmpty()) {
                return;
            }
            var answer = Answer.TAKEN;
            for (var joined : joined(taken)) {
                answer = answer == Answer.AWAY ? answer : hand(joined);
                keep(joined, answer);
            }
        }
    }

    private static Collection<List<Taken>> joined(List<Taken> taken) {
        record Mail(UUID to, String template) {}
        return taken.stream()
                .collect(groupingBy(one -> new Mail(one.to(), one.template()), LinkedHashMap::new, toList()))
                .values();
    }

    private Answer hand(List<Taken> joined) {
        var first = joined.getFirst();
        return first.address() == null ? Answer.NOWHERE : server.hand(writer.write(joined));
    }

    private void keep(List<Taken> joined, Answer answer) {
        var ids = joined.stream().map(Taken::id).toList();
        int tried = joined.stream().mapToInt(Taken::attempts).max().orElseThrow();
        if (answer != Answer.TAKEN) {
            LOG.warn("A mail to {} was not taken: {}", joined.getFirst().to(), answer);
        }
        transaction.executeWithoutResult(_ -> {
            switch (answer) {
                case TAKEN -> messages.end(ids, "sent", "");
                case REFUSED -> messages.end(ids, "bounced", "refused");
                case NOWHERE -> messages.end(ids, "dead", "no_address");
                case UNSURE -> messages.end(ids, "dead", "unsure");
                case LATER, AWAY -> {
                    if (tried > WAITS.size()) {
                        messages.end(ids, "dead", "gave_up");
                    } else {
                        messages.putBack(ids, WAITS.get(tried - 1), answer.name().toLowerCase(Locale.ROOT));
                    }
                }
            }
        });
    }
}
