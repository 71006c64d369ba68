package org.haki.surveys;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.haki.access.Networks;
import org.haki.access.Partner;
import org.haki.audit.Audit;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Forms as copies between organisations of a network: the workbook and its files, never what was filled in. Whoever takes one has a draft of her own. */
@Service
class GivenForms {

    private static final String WRITE = Surveys.WRITE;

    private final Work work;
    private final Audit audit;
    private final Networks networks;
    private final Forms forms;
    private final SurveyRepository surveys;
    private final SurveyBooks books;
    private final GivenRepository given;
    private final Clock clock;

    GivenForms(Work work, Audit audit, Networks networks, Forms forms, SurveyRepository surveys, SurveyBooks books, GivenRepository given, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.networks = networks;
        this.forms = forms;
        this.surveys = surveys;
        this.books = books;
        this.given = given;
        this.clock = clock;
    }

    /** To whom a form can be given. */
    List<Partner> receivers(Actor actor) {
        return work.as(actor, WRITE, () -> networks.partners(actor));
    }

    /** What was given and waits to be taken. */
    List<GivenForm> waiting(Actor actor) {
        return work.as(actor, WRITE, given::waiting);
    }

    /** Gives the newest version of a form to this organisation of the network. */
    void give(Actor actor, UUID survey, UUID receiver, Op op) {
        work.once(actor, WRITE, op, () -> {
            var form = surveys.one(survey).orElseThrow(Problem::notFound);
            var version = surveys.versions(survey).stream().findFirst().orElseThrow(Problem::notNow);
            var gift = Id.next();
            if (given.give(gift, receiver, version, form.title(), clock.instant()) == 0) {
                throw Problem.notFound();
            }
            surveys.media(survey, version.number())
                    .forEach(file -> given.giveFile(gift, surveys.media(survey, version.number(), file.name()).orElseThrow()));
            audit.note("form.given", survey, receiver.toString());
            return "";
        });
    }

    /** Takes one as a draft; answers where that is. Throws {@link WrongBook} where it does not fit the forms that are here. */
    String take(Actor actor, UUID gift, Op op) {
        return work.once(actor, WRITE, op, () -> {
            var one = find(gift);
            var book = books.read(actor, null, one.fileName(), forms.workbook(one.form()));
            if (!book.isRight()) {
                throw new WrongBook(book);
            }
            var path = books.keep(actor, book, Op.own());
            var survey = surveys.named(book.form().form().id()).orElseThrow();
            given.files(gift).forEach(file -> surveys.insertMedia(survey.id(), 0, file));
            end(gift);
            audit.note("form.taken", survey.id(), "");
            return path;
        });
    }

    /** Leaves it. */
    void leave(Actor actor, UUID gift, Op op) {
        work.once(actor, WRITE, op, () -> {
            find(gift);
            end(gift);
            audit.note("form.left", gift, "");
            return "";
        });
    }

    private GivenForm find(UUID gift) {
        return given.waiting().stream().filter(one -> one.id().equals(gift)).findFirst().orElseThrow(Problem::notFound);
    }

    private void end(UUID gift) {
        if (given.end(gift, clock.instant()) == 0) {
            throw Problem.notNow();
        }
    }
}
