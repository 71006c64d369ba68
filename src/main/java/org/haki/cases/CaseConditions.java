package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haki.forms.CaseDocument;
import org.haki.forms.Expression;
import org.haki.forms.FormEngine;
import org.haki.forms.Node;
import org.haki.kernel.Actor;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The case as the conditions of its type see it, and whether they hold. */
@Component
public class CaseConditions {

    /** What a case says of itself; everything else is a section of the sheet. */
    static final Set<String> FIELDS = Set.of("age", "age_group", "sex", "received_at", "opened_at", "stage", "status");

    private final FormEngine engine;
    private final Persons persons;
    private final ObjectProvider<SheetAnswers> answers;
    private final Clock clock;
    private final Map<String, Expression> read = new ConcurrentHashMap<>();

    CaseConditions(FormEngine engine, Persons persons, ObjectProvider<SheetAnswers> answers, Clock clock) {
        this.engine = engine;
        this.persons = persons;
        this.answers = answers;
        this.clock = clock;
    }

    /** The case and every section of its sheet, as they stand. */
    public SeenCase see(Actor actor, CaseFile file) {
        var sections = answers.stream().flatMap(each -> each.of(actor, file).stream()).toList();
        var client = persons.openAll(actor, List.of(file.client())).get(file.client());
        return new SeenCase(this, clock.instant(), actor.zone(), fields(client, actor, file.receivedAt(), file.acceptedAt(), file.stage(), file.status()), sections);
    }

    /** A case of this type as it will be when it is opened now for this client; {@code null} for somebody of whom nothing is known. */
    public SeenCase before(Actor actor, CaseType type, Identity client) {
        var now = clock.instant();
        var fields = fields(client, actor, now, now, type.firstStage().key(), CaseStatus.OPEN);
        return new SeenCase(this, now, actor.zone(), fields, List.of());
    }

    /** Whether it holds; no condition always does. */
    boolean holds(String condition, CaseDocument document) {
        return condition.isEmpty() || expression(condition).test(document);
    }

    /** What it looks at. */
    Set<String> pathsOf(String condition) {
        return condition.isEmpty() ? Set.of() : expression(condition).paths();
    }

    private Expression expression(String source) {
        return read.computeIfAbsent(source, engine::expression);
    }

    private List<Node> fields(Identity client, Actor actor, Instant received, Instant opened, String stage, CaseStatus status) {
        return List.of(
                Node.of("age", client == null ? null : client.age(LocalDate.now(clock.withZone(actor.zone())))),
                Node.of("age_group", client == null ? "unknown" : client.ageGroup()),
                Node.of("sex", client == null ? null : client.sex()),
                Node.of("received_at", received),
                Node.of("opened_at", opened),
                Node.of("stage", stage),
                Node.of("status", status.key()));
    }
}
