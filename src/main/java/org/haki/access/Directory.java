package org.haki.access;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** The service directory: each organisation keeps its own lines, everybody in the network reads them. */
@Service
public class Directory {

    private static final String SEE = "directory.see";
    private static final String WRITE = "directory.write";
    private static final int MOST = 1_000;

    private final DirectoryRepository offers;
    private final Staff staff;
    private final Work work;
    private final Audit audit;
    private final Clock clock;

    Directory(DirectoryRepository offers, Staff staff, Work work, Audit audit, Clock clock) {
        this.offers = offers;
        this.staff = staff;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the actor's organisation and the others of its network offer, by organisation, at most 1,000; those of
     * suspended ones are left out.
     *
     * @param kind one of {@link ServiceOffer#KINDS}; {@code null} or blank for any
     * @param area a part of the area's name; services that are offered everywhere are found too. {@code null} or blank for any
     */
    public List<ServiceOffer> offers(Actor actor, String kind, String area) {
        return page(actor, kind, area, null, null, MOST);
    }

    /** As {@link #offers}, but at most so many after this organisation's name and offer. */
    List<ServiceOffer> page(Actor actor, String kind, String area, String afterName, UUID afterId, int limit) {
        return work.as(actor, SEE, () -> offers.offers(null, orNull(kind), orNull(area), afterName, afterId, limit));
    }

    /** The organisation's own offers. */
    List<ServiceOffer> own(Actor actor) {
        return work.as(actor, WRITE, () -> offers.offers(actor.org(), null, null, null, null, MOST));
    }

    /** One of its own, or not found. */
    ServiceOffer own(Actor actor, UUID offer) {
        return own(actor).stream().filter(one -> one.id().equals(offer)).findFirst().orElseThrow(Problem::notFound);
    }

    /** Who may be named as the one to ask. */
    List<Colleague> colleagues(Actor actor) {
        return work.as(actor, WRITE, () -> staff.colleagues(actor));
    }

    /** One more offer. */
    public void add(Actor actor, ServiceOfferForm said, Op op) {
        work.once(actor, WRITE, op, () -> {
            var id = Id.next();
            offers.keep(id, 0, said, clock.instant());
            audit.note("offer.added", id, said.kind());
            return "";
        });
    }

    void change(Actor actor, UUID offer, ServiceOfferForm said, Op op) {
        work.once(actor, WRITE, op, () -> {
            if (op.base() == 0 || offers.keep(offer, op.base(), said, clock.instant()) == 0) {
                throw Problem.stale();
            }
            audit.note("offer.changed", offer, said.kind());
            return "";
        });
    }

    void end(Actor actor, UUID offer, Op op) {
        work.once(actor, WRITE, op, () -> {
            if (offers.end(offer, op.base()) == 0) {
                throw Problem.stale();
            }
            audit.note("offer.ended", offer, "");
            return "";
        });
    }

    private static String orNull(String text) {
        return Text.blank(text) ? null : text.strip();
    }
}
