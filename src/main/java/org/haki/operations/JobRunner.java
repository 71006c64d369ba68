package org.haki.operations;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haki.ui.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the routine jobs while Haki serves; where several Haki share a database, each job is done by one of them. */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("haki.jobs")
class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int PATIENCE_SECONDS = 20;

    private final Jobs jobs;
    private final JobRepository ledger;
    private final TransactionTemplate transaction;
    private final ClockWatch watch;
    private final Clock clock;
    private ScheduledExecutorService schedule;

    JobRunner(Jobs jobs, JobRepository ledger, TransactionTemplate transaction, ClockWatch watch, Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.transaction = transaction;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        schedule = Executors.newScheduledThreadPool(2, Thread.ofPlatform().name("job-", 0).factory());
        jobs.all().forEach(job -> schedule.scheduleWithFixedDelay(
                () -> run(job), job.pause().toMillis(), job.pause().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Lets a job that is under way end. */
    @Override
    public synchronized void stop() {
        schedule.shutdown();
        try {
            if (!schedule.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                schedule.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            schedule = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return schedule != null;
    }

    /** Does the job if it is due and nobody else is at it; whatever happens, the next time comes. */
    void run(Job job) {
        try {
            ledger.alone(job.name(), () -> {
                if (job.forGood() && !watch.isSteady()) {
                    return;
                }
                if (!job.daily() || transaction.execute(_ -> ledger.isDue(job.name(), job.since(clock.instant())))) {
                    var outcome = outcome(job);
                    if (job.daily() || !outcome.equals("done")) {
                        transaction.executeWithoutResult(_ -> ledger.ran(job.name(), outcome));
                    }
                }
            });
        } catch (RuntimeException away) {
            LOG.warn("The job {} could not look whether it is due: {}", job.name(), away.getClass().getSimpleName());
        }
    }

    private static String outcome(Job job) {
        try {
            job.deed().run();
            return "done";
        } catch (RuntimeException failed) {
            LOG.error("The job {} failed: {}", job.name(), Faults.of(failed));
            return failed.getClass().getSimpleName();
        }
    }
}
