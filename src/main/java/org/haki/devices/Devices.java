package org.haki.devices;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.access.Token;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.surveys.Surveys;
import org.springframework.stereotype.Service;

/** The organisation's devices: let in with a key that is shown once, watched, and shut out at once. */
@Service
class Devices {

    static final String MANAGE = "device.manage";
    private static final int BRIEF = 120;
    private static final int NEWEST = 200;

    /** A device that was let in; the key is {@code null} where it was shown before. */
    record Enrolled(UUID id, String key) {}

    private final Work work;
    private final Audit audit;
    private final DeviceRepository devices;
    private final Organisations organisations;
    private final Staff staff;
    private final Surveys surveys;
    private final Clock clock;

    Devices(Work work, Audit audit, DeviceRepository devices, Organisations organisations, Staff staff, Surveys surveys, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.devices = devices;
        this.organisations = organisations;
        this.staff = staff;
        this.surveys = surveys;
        this.clock = clock;
    }

    /** Text of a device's own making, as it may be kept. */
    static String brief(String said) {
        var clean = said == null ? "" : Text.clean(said).strip();
        return clean.substring(0, Math.min(BRIEF, clean.length()));
    }

    /** All of them, with what of theirs is not in order, and who may be given one. */
    DevicesPage all(Actor actor, EnrolDevice said, Errors errors) {
        return work.as(actor, MANAGE, () -> {
            var all = devices.all();
            var counts = devices.counts().stream().collect(Collectors.toMap(DeviceCount::device, Function.identity()));
            var offices = organisations.offices(actor).stream().sorted(Comparator.comparing(Office::name)).toList();
            return new DevicesPage(all, counts, offices, names(actor, all), able(actor, offices), said, errors);
        });
    }

    /** One, with the newest of its posts that are not in order. */
    DevicePage one(Actor actor, UUID id) {
        return work.as(actor, MANAGE, () -> {
            var device = find(id);
            var titles = new HashMap<UUID, String>();
            surveys.published(actor).forEach(survey -> titles.put(survey.id(), survey.title()));
            return new DevicePage(device, office(actor, device.office()), staff.name(actor, device.person()), devices.posts(id, NEWEST), titles,
                    actor.may("form.read", device.office()), actor.may("form.destroy", device.office()));
        });
    }

    /** Lets a device in. A person's office must be one in which she may fill in forms. */
    Enrolled enrol(Actor actor, EnrolDevice said, Op op) {
        var key = new AtomicReference<String>();
        var id = UUID.fromString(work.once(actor, MANAGE, op, () -> {
            var office = organisations.offices(actor).stream().filter(one -> one.id().equals(Id.of(said.office()))).findFirst().orElseThrow(Problem::notFound);
            var person = Text.blank(said.person()) ? null : Id.of(said.person());
            if (person != null && staff.able(actor, office.id(), DevicePosts.FILL).stream().noneMatch(one -> one.id().equals(person))) {
                throw Problem.notFound();
            }
            var token = Token.next();
            var device = new Device(Id.next(), said.name().strip(), office.id(), person, clock.instant(), null, null, "", 1);
            devices.insert(device, token.hash(), actor.person());
            audit.note("device.enrolled", device.id(), "");
            key.set(token.text());
            return device.id().toString();
        }));
        return new Enrolled(id, key.get());
    }

    /** Shuts it out: at its next request its key opens nothing. */
    void end(Actor actor, UUID id, Op op) {
        work.once(actor, MANAGE, op, () -> {
            find(id);
            if (devices.end(id, op.base(), actor.person(), clock.instant()) == 0) {
                throw Problem.stale();
            }
            audit.note("device.ended", id, "");
            return "";
        });
    }

    private Device find(UUID id) {
        return devices.one(id).orElseThrow(Problem::notFound);
    }

    private String office(Actor actor, UUID id) {
        return organisations.offices(actor).stream().filter(office -> office.id().equals(id)).map(Office::name).findFirst().orElse("");
    }

    private Map<UUID, String> names(Actor actor, List<Device> all) {
        return staff.names(actor, all.stream().map(Device::person).filter(person -> person != null).toList());
    }

    private List<Colleague> able(Actor actor, List<Office> offices) {
        return staff.able(actor, offices.stream().map(Office::id).toList(), DevicePosts.FILL).stream().distinct().toList();
    }
}
