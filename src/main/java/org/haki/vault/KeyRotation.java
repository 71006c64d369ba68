package org.haki.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.haki.kernel.Actor;
import org.haki.kernel.Refusal;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New keys for old, while Haki is at work. Each step is whole by itself: what was interrupted goes on where it stopped
 * when it is asked for again, and until it ends the old key opens and finds what is still under it.
 */
@Service
public class KeyRotation {

    private static final int AT_A_TIME = 500;
    private static final UUID FIRST = new UUID(0, 0);

    /**
     * What a change of one key did.
     *
     * @param version the version in use now
     * @param done    how many keys or subjects came over to it this time
     * @param left    how many stay under an older version, because nobody could index them
     * @param retired whether no older version is kept; one that was replaced less than an hour ago is, for a Haki beside
     *                this one that has not noticed yet
     */
    public record Outcome(int version, int done, int left, boolean retired) {}

    private final Keyring keyring;
    private final OrgKeys orgKeys;
    private final KeyRepository keys;
    private final SearchRepository tokens;
    private final List<Findable> findables;
    private final Work work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyRotation(Keyring keyring, OrgKeys orgKeys, KeyRepository keys, SearchRepository tokens, List<Findable> findables,
            Work work, TransactionTemplate transaction, Clock clock) {
        this.keyring = keyring;
        this.orgKeys = orgKeys;
        this.keys = keys;
        this.tokens = tokens;
        this.findables = findables;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A new root key: every organisation's keys are wrapped anew in one transaction. The key before stays in the folder
     * under its date, for the backups that were made under it. The recovery sheet must be printed again.
     */
    public int root() {
        var before = keyring.current();
        var next = RootKey.fresh();
        keyring.folder().writeNext(next);
        var wrapped = transaction.execute(_ -> {
            if (!keys.changeRootCheck(before.check(), next.check())) {
                throw new Refusal("The root key was changed by somebody else at this moment. Nothing was done.");
            }
            var all = keys.everyOrgKey();
            for (var key : all) {
                keys.rewrap(key, OrgKeys.wrap(next, key.org(), key.purpose(), key.version(), OrgKeys.unwrap(before, key)));
            }
            return all.size();
        });
        keyring.folder().useNext(LocalDate.now(clock));
        keyring.readAgain();
        return wrapped;
    }

    /** A new data key for the organisation, under which all its wraps come; or the end of such a change that was interrupted. */
    public Outcome data(Actor haki) {
        begin(haki, OrgKeys.DATA);
        return finishData(haki);
    }

    /** A new search key, under which all names are indexed again; or the end of such a change that was interrupted. */
    public Outcome search(Actor haki) {
        begin(haki, OrgKeys.SEARCH);
        return finishSearch(haki);
    }

    private void begin(Actor haki, String purpose) {
        orgKeys.forget(haki.org());
        if (orgKeys.of(haki.org()).all(purpose).size() == 1) {
            as(haki, () -> orgKeys.renew(haki.org(), purpose));
            orgKeys.forget(haki.org());
        }
    }

    private Outcome finishData(Actor haki) {
        int version = orgKeys.of(haki.org()).newest(OrgKeys.DATA);
        int done = 0;
        for (int some = AT_A_TIME; some == AT_A_TIME; done += some) {
            some = as(haki, () -> wrapAnew(haki.org(), version));
        }
        for (int some = AT_A_TIME; some == AT_A_TIME; done += some) {
            some = as(haki, () -> wrapBorrowedAnew(haki.org(), version));
        }
        return new Outcome(version, done, 0, as(haki, () -> retire(haki.org(), OrgKeys.DATA, version)));
    }

    private int wrapAnew(UUID org, int version) {
        var old = keys.wrapsBefore(version, AT_A_TIME);
        old.forEach(wrap -> keys.update(anew(org, wrap, version)));
        return old.size();
    }

    private int wrapBorrowedAnew(UUID org, int version) {
        var old = keys.borrowedBefore(version, AT_A_TIME);
        old.forEach(borrowed -> keys.update(new KeyRepository.BorrowedWrap(borrowed.window(), anew(org, borrowed.wrap(), version))));
        return old.size();
    }

    private KeyRepository.Wrap anew(UUID org, KeyRepository.Wrap wrap, int version) {
        var key = Seal.open(orgKeys.key(org, OrgKeys.DATA, wrap.version()), org, wrap.key(), Vault.KEY, wrap.wrapped());
        var fresh = orgKeys.key(org, OrgKeys.DATA, version);
        return new KeyRepository.Wrap(wrap.key(), version, Seal.seal(fresh, org, wrap.key(), Vault.KEY, key));
    }

    private Outcome finishSearch(Actor haki) {
        int version = orgKeys.of(haki.org()).newest(OrgKeys.SEARCH);
        int before = as(haki, () -> tokens.countBefore(version));
        for (var findable : findables) {
            var after = FIRST;
            for (boolean more = true; more;) {
                var start = after;
                var some = as(haki, () -> indexAgain(findable, version, start));
                more = some.size() == AT_A_TIME;
                after = some.isEmpty() ? after : some.getLast();
            }
        }
        int left = as(haki, () -> tokens.countBefore(version));
        boolean retired = left == 0 && as(haki, () -> {
            tokens.deleteFormsBefore(version);
            return retire(haki.org(), OrgKeys.SEARCH, version);
        });
        return new Outcome(version, before - left, left, retired);
    }

    private List<UUID> indexAgain(Findable findable, int version, UUID after) {
        var some = tokens.subjectsBefore(findable.kind(), version, after, AT_A_TIME);
        if (!some.isEmpty()) {
            findable.indexAgain(some);
        }
        return some;
    }

    private boolean retire(UUID org, String purpose, int version) {
        boolean all = orgKeys.of(org).all(purpose).headMap(version).keySet().stream()
                .map(older -> keys.retire(org, purpose, older))
                .reduce(true, Boolean::logicalAnd);
        orgKeys.forget(org);
        return all;
    }

    private <T> T as(Actor haki, Supplier<T> step) {
        return work.as(haki, "keys.rotate", step);
    }
}
