package org.haki.referrals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Likeness;
import org.haki.people.Persons;
import org.haki.people.RegisterPerson;
import org.springframework.stereotype.Service;

/**
 * A receiver's own records: with her agreement it keeps her name and the safe way to reach her in its own register, under
 * its own keys. They stay when the window has ended, as does what it recorded.
 */
@Service
class ServiceRecords {

    private static final String VERB = "shared.record";
    private static final UUID LAST = new UUID(-1L, -1L);

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final Persons persons;
    private final SharedCases shared;
    private final ReferralDesk desk;
    private final ServiceRecordRepository records;

    ServiceRecords(
            Work work,
            Audit audit,
            Organisations organisations,
            Persons persons,
            SharedCases shared,
            ReferralDesk desk,
            ServiceRecordRepository records) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.persons = persons;
        this.shared = shared;
        this.desk = desk;
        this.records = records;
    }

    /** A form with what the window shows of her, where it shows that; refused unless the reader works at the window. */
    ServiceRecordPage page(Actor actor, UUID id) {
        var client = opened(actor, id).client();
        return page(actor, id, client == null ? RegisterPerson.EMPTY : RegisterPerson.of(client.elsewhere()), OpenRecord.EMPTY, List.of(), null);
    }

    ServiceRecordPage page(Actor actor, UUID id, RegisterPerson said, OpenRecord how, List<Likeness> alike, Errors errors) {
        var window = opened(actor, id).window();
        return work.as(actor, VERB, () -> new ServiceRecordPage(window, said, how, offices(actor), alike, errors));
    }

    /** Opens the record; answers the address of her page in the receiver's register. */
    String open(Actor actor, UUID id, RegisterPerson said, OpenRecord how, Op op) {
        var window = shared.card(actor, id);
        return work.once(actor, VERB, op, () -> {
            if (!window.isOpen() || !window.readers().contains(actor.person())) {
                throw Problem.notNow();
            }
            var office = office(actor, said.office());
            var person = said.known() == null
                    ? persons.registerTyped(actor, said, office, false)
                    : persons.find(actor, said.known()).id();
            var record = new ServiceRecord(
                    Id.next(), id, window.ownerOrg(), window.code(), office, person, how.method(), how.byWhom(), null, actor.person());
            if (records.insert(record) == 0) {
                throw Problem.notNow();
            }
            audit.note("service_record.opened", record.id(), window.code());
            return "/people/" + person;
        });
    }

    /** One page of them, the newest first. */
    ServiceRecordsPage list(Actor actor, Instant before, int size) {
        return work.as(actor, VERB, () -> {
            var found = records.list(before, LAST, size + 1);
            var rows = found.subList(0, Math.min(size, found.size()));
            return new ServiceRecordsPage(
                    rows,
                    persons.openAll(actor, rows.stream().map(ServiceRecord::person).collect(Collectors.toSet())),
                    desk.names(actor),
                    found.size() > size ? "/shared/records?before=" + rows.getLast().openedAt() : null);
        });
    }

    List<Likeness> alike(Actor actor, RegisterPerson said) {
        return persons.alike(actor, said);
    }

    private SharedCases.View opened(Actor actor, UUID id) {
        var view = shared.view(actor, id);
        return work.as(actor, VERB, () -> {
            if (view.file() == null || !view.window().isOpen()) {
                throw Problem.notFound();
            }
            if (records.at(id).isPresent()) {
                throw Problem.notNow();
            }
            return view;
        });
    }

    private List<Office> offices(Actor actor) {
        var may = actor.officesFor("person.write");
        return organisations.offices(actor).stream().filter(office -> may.contains(office.id())).toList();
    }

    private UUID office(Actor actor, String chosen) {
        var offices = offices(actor);
        return offices.stream()
                .filter(office -> offices.size() == 1 || office.id().toString().equals(chosen))
                .findFirst()
                .orElseThrow(Problem::notYours)
                .id();
    }
}
