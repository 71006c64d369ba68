package org.haki.reports;

import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.access.Organisations;
import org.haki.access.Token;
import org.haki.audit.Audit;
import org.haki.kernel.Work;
import org.haki.messages.MailEnding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the mails of figures of whoever follows the link in one of them: the link does that and nothing else, and says of nobody anything. */
@Service
class FigureMailEnding implements MailEnding {

    private static final Pattern TOKEN = Pattern.compile("[\\w-]{43}");

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final FigureMailRepository mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FigureMailEnding(Work work, Audit audit, Organisations organisations, FigureMailRepository mails, TransactionTemplate transaction, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean ends(String template) {
        return FigureMails.TEMPLATES.contains(template);
    }

    @Override
    public String path(UUID login) {
        var token = Token.next();
        transaction.executeWithoutResult(_ -> mails.makeEnd(login, token.hash(), clock.instant()));
        return "/unsubscription/" + token.text();
    }

    /** What the link leads to ends; a link that leads to nothing is answered alike. */
    void end(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return;
        }
        transaction.execute(_ -> mails.endOf(Token.hash(token)))
                .ifPresent(whose -> work.as(organisations.system(whose.org()), "report.mail_left", () -> {
                    mails.leave(whose.person());
                    audit.note("report.mail_left", whose.person(), "");
                }));
    }
}
