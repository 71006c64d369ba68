package org.haki.surveys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.access.Organisations;
import org.haki.access.Token;
import org.haki.audit.Audit;
import org.haki.cases.CaseFiles;
import org.haki.forms.Forms;
import org.haki.forms.Instance;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The client's own way to say how it was, after her case was closed: an address that she opens alone, for thirty days, and answers at
 * once. It says nothing of her, her case or whose it was; what was used, is over or never was looks the same.
 */
@Service
public class SurveyLinks {

    static final Duration LASTS = Duration.ofDays(30);
    private static final String FILL = SurveySubmissions.FILL;

    /** A link that was given: its code is {@code null} where it was shown before. */
    record Given(String code, Instant until) {}

    private record Found(Actor system, LinkRepository.Row row, SurveyVersion version) {}

    private final Work work;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final CaseFiles cases;
    private final Organisations organisations;
    private final Forms forms;
    private final PublicForms asks;
    private final SurveyRepository surveys;
    private final SurveyClosings closings;
    private final HandingIn handing;
    private final SurveySubmissions submissions;
    private final AskedRepository asked;
    private final LinkRepository links;
    private final Clock clock;

    SurveyLinks(Work work, Audit audit, TransactionTemplate transaction, CaseFiles cases, Organisations organisations, Forms forms, PublicForms asks,
            SurveyRepository surveys, SurveyClosings closings, HandingIn handing, SurveySubmissions submissions, AskedRepository asked, LinkRepository links, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.transaction = transaction;
        this.cases = cases;
        this.organisations = organisations;
        this.forms = forms;
        this.asks = asks;
        this.surveys = surveys;
        this.closings = closings;
        this.handing = handing;
        this.submissions = submissions;
        this.asked = asked;
        this.links = links;
        this.clock = clock;
    }

    /** Gives the client of a closed case a link of her own; one that she was given before ends. */
    Given give(Actor actor, String caseCode, Op op) {
        var code = new AtomicReference<String>();
        var until = clock.instant().plus(LASTS);
        work.once(actor, FILL, op, () -> {
            var file = cases.openFor(actor, caseCode, FILL);
            var survey = closings.offered(actor, file).orElseThrow(Problem::notNow);
            if (asksForFiles(surveys.versions(survey.id()).getFirst())) {
                throw Problem.notNow();
            }
            code.set(Code.next());
            var hash = Token.hash(code.get());
            closings.asking(actor, file, survey, hash);
            links.give(hash, file.office(), survey.id(), until, clock.instant());
            return "";
        });
        return new Given(code.get(), until);
    }

    /** What this address asks, after what was typed; nothing where it asks nobody. */
    public Optional<PublicAsking> open(String typed, String path, Map<String, List<String>> fields) {
        return find(typed).map(found -> asks.asked(found.system(), found.version(), path, fields));
    }

    /** A file that is seen or heard with its questions. */
    public SurveyMedia media(String typed, String name) {
        var found = find(typed).orElseThrow(Problem::notFound);
        return work.as(found.system(), Surveys.SEE, () -> {
            audit.showsNothing();
            return surveys.media(found.version().survey(), found.version().number(), name).filter(SurveyMedia::isShown).orElseThrow(Problem::notFound);
        });
    }

    /**
     * Takes what was answered: once, and only where nothing is wrong. Answers what stands against it, {@code null} where it was taken;
     * nothing where the address asks nobody.
     */
    public Optional<Taken> answer(String typed, String path, Map<String, List<String>> fields, UUID op) {
        return find(typed).flatMap(found -> {
            var asking = asks.asked(found.system(), found.version(), path, fields);
            return asking.wrongs().isEmpty() ? take(found, Token.hash(Code.read(typed)), asking, op) : Optional.of(new Taken(asking));
        });
    }

    /** What became of an answer: {@code again} is what needs another look, {@code null} for nothing. */
    public record Taken(PublicAsking again) {}

    private Optional<Taken> take(Found found, byte[] hash, PublicAsking asking, UUID op) {
        return work.as(found.system(), FILL, () -> {
            if (asked.answer(hash) == 0) {
                audit.showsNothing();
                return Optional.empty();
            }
            links.end(hash);
            var form = forms.version(found.version().form());
            var answers = handing.ended(found.system(), form, asking.filled().answers());
            var xml = Instance.write(form, answers, Map.of("instanceID", "uuid:" + op)).getBytes(StandardCharsets.UTF_8);
            var receipt = submissions.receive(found.system(), new ReceivedInstance(found.version(), found.row().office(), xml, List.of(), "public", "", clock.instant()), Op.own());
            if (receipt.sheet() == null) {
                throw Problem.notNow();
            }
            return Optional.of(new Taken(null));
        });
    }

    /** A link that still asks somebody: nobody answered it, its days are not over, and the form is open. */
    private Optional<Found> find(String typed) {
        var code = Code.read(typed);
        var row = code == null ? null : transaction.execute(_ -> links.byHash(Token.hash(code), clock.instant())).orElse(null);
        if (row == null || organisations.bySlug(organisations.of(row.org()).slug()).isEmpty()) {
            return Optional.empty();
        }
        var system = organisations.system(row.org());
        return work.as(system, Surveys.SEE, () -> {
            audit.showsNothing();
            return surveys.one(row.survey()).filter(survey -> survey.state().takes() && asked.isAsked(Token.hash(code)))
                    .map(survey -> new Found(system, row, surveys.versions(survey.id()).getFirst()));
        });
    }

    private boolean asksForFiles(SurveyVersion version) {
        return forms.version(version.form()).form().fields().stream().anyMatch(field -> field.bind().getOrDefault("type", "").equals("binary"));
    }
}
