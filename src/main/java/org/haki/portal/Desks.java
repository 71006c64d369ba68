package org.haki.portal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haki.access.Networks;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.kernel.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Which organisation's public page an address is. The pages last seen are remembered, so that the numbers to call are
 * there even while the database is not.
 */
@Component
class Desks {

    private static final String FRONT = "";

    private final Organisations organisations;
    private final Networks networks;
    private final Map<String, Organisation> lastSeen = new ConcurrentHashMap<>();

    Desks(Organisations organisations, Networks networks) {
        this.organisations = organisations;
        this.networks = networks;
    }

    /**
     * The organisation with this slug, or the first one where there is none in the address; throws {@link DeskIsClosed}
     * for a suspended one.
     */
    Organisation open(String slug) {
        var asked = slug == null ? FRONT : slug;
        try {
            var found = (asked.equals(FRONT) ? organisations.front() : organisations.bySlug(asked)).orElseThrow(() -> missing(asked));
            lastSeen.put(asked, found);
            return found;
        } catch (DataAccessException | TransactionException away) {
            if (lastSeen.containsKey(asked)) {
                return lastSeen.get(asked);
            }
            throw away;
        }
    }

    /** The neutral page to which the way out leads, or "". Whatever may be wrong here, the way out works. */
    String wayOut() {
        try {
            var neutral = open(null).publicPage().leaveTo();
            return neutral.startsWith("https://") ? neutral : "";
        } catch (RuntimeException nothingKnown) {
            return "";
        }
    }

    private RuntimeException missing(String slug) {
        var closed = slug.equals(FRONT) ? Optional.<Organisation>empty() : organisations.suspended(slug);
        return closed.<RuntimeException>map(organisation ->
                        new DeskIsClosed(new DeskClosed(organisation.publicPage(), networks.openDesks(organisation.id()))))
                .orElseGet(Problem::notFound);
    }

    /** The path of a page of ours for this organisation: /report, or /report/slug. */
    static String path(String page, String slug) {
        return slug == null ? page : page + "/" + slug;
    }
}
