package org.haki.cases;

import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Where an open case is in the process of its type. */
@Service
public class Stages {

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final CaseFileRepository files;
    private final EventRepository history;
    private final ApplicationEventPublisher news;

    Stages(
            Work work,
            Audit audit,
            CaseFiles cases,
            CaseTypes types,
            CaseFileRepository files,
            EventRepository history,
            ApplicationEventPublisher news) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.types = types;
        this.files = files;
        this.history = history;
        this.news = news;
    }

    /** Moves the case to another stage, along the moves of its type only. */
    public String move(Actor actor, String code, String stage, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            var moved = files.update(file.movedTo(types.of(file), stage), op.base());
            history.add(actor, file.id(), "stage", stage, "");
            audit.note("case.stage", file.id(), stage);
            news.publishEvent(new CaseStageMoved(cases.figures(actor, moved), actor.person(), file.stage(), stage));
            return file.path();
        });
    }
}
