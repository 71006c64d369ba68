package org.haki.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Trail;
import org.haki.kernel.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit trail. Every deed is an entry by itself; a service adds what else was done ({@link #note}) and which cases
 * were shown ({@link #shows}). Entries hold ids, codes and field names, never content.
 */
@Service
public class Audit implements Trail {

    private static final Object NOTHING = new Object();
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final AuditRepository entries;
    private final TransactionTemplate apart;

    Audit(AuditRepository entries, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Adds an entry to the deed at work: what was done to which object; details are ids, codes and field names only. */
    public void note(String act, UUID object, String details) {
        Work.scope().entries().add(new Work.Scope.Entry(act, object, details));
    }

    /** Says that the deed at work shows these cases. */
    public void shows(UUID... cases) {
        shows(Arrays.asList(cases));
    }

    /** Says that the deed at work shows these cases. */
    public void shows(Collection<UUID> cases) {
        Work.scope().subjects().addAll(cases);
    }

    /** Says that the deed at work only looked whether something changed, and nothing had: there is nothing to note. */
    public void showsNothing() {
        Work.scope().remember(NOTHING, () -> true);
    }

    /** Says that of all that the deed at work looked at it tells of these cases, and where there are none, of nothing. */
    public void showsOnly(Collection<UUID> cases) {
        Work.scope().entries().clear();
        Work.scope().subjects().clear();
        Work.scope().subjects().addAll(cases);
        if (cases.isEmpty()) {
            showsNothing();
        }
    }

    /**
     * Who opened this case, newest first: the entries that showed or touched it, older than {@code before} (the last
     * {@link Opening#seq} of the page before; {@code Long.MAX_VALUE} for the first page).
     */
    public List<Opening> openingsOf(UUID caseId, long before, int limit) {
        Work.scope();
        return entries.openingsOf(caseId, before, limit);
    }

    @Override
    public void append(Actor actor, Work.Scope scope) {
        if (scope.remember(NOTHING, () -> false) && scope.entries().isEmpty() && scope.subjects().isEmpty()) {
            return;
        }
        try {
            entries.append(AuditRepository.entriesOf(actor, scope), scope.subjects());
        } catch (DataAccessException unreachable) {
            LOG.error("The audit entry of {} could not be written, so it was undone: {}",
                    scope.verb(), unreachable.getClass().getSimpleName());
            throw new Problem(Problem.Kind.UNAVAILABLE);
        }
    }

    @Override
    public void refused(Actor actor, String verb, Problem problem) {
        try {
            apart.executeWithoutResult(_ -> entries.appendRefusal(actor, verb, problem.kind().name()));
        } catch (RuntimeException unreachable) {
            LOG.error("The refusal of {} could not be noted: {}", verb, unreachable.getClass().getSimpleName());
        }
    }
}
