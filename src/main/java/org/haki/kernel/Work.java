package org.haki.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door to the data. {@code work.as(actor, verb, deed)} checks the verb, opens the transaction, tells PostgreSQL
 * whose rows may be seen, runs the deed, writes the audit entry last and commits. A deed inside a deed of the same
 * actor joins it.
 */
@Component
public class Work {

    /** One transaction's notebook: what the audit entry will say, and what modules remember until the commit. */
    public static final class Scope {
        /** An entry of the audit trail in the making; the arguments of details are ids, codes and field names only. */
        public record Entry(String act, UUID object, String details) {}

        private final Actor actor;
        private final String verb;
        private final List<Entry> entries = new ArrayList<>();
        private final Set<UUID> subjects = new LinkedHashSet<>();
        private final Map<Object, Object> memory = new HashMap<>();

        private Scope(Actor actor, String verb) {
            this.actor = actor;
            this.verb = verb;
        }

        public Actor actor() {
            return actor;
        }

        /** The verb of the outermost deed. */
        public String verb() {
            return verb;
        }

        public List<Entry> entries() {
            return entries;
        }

        /** The cases that this deed shows or touches. */
        public Set<UUID> subjects() {
            return subjects;
        }

        /** Something remembered until the commit, made at the first call. */
        @SuppressWarnings("unchecked")
        public <T> T remember(Object key, Supplier<T> maker) {
            return (T) memory.computeIfAbsent(key, _ -> maker.get());
        }
    }

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Trail trail;

    public Work(JdbcClient jdbc, TransactionTemplate transaction, Trail trail) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trail = trail;
    }

    /** Does the deed as this actor, or refuses: {@link Problem.Kind#NOT_YOURS} where the role does not include the verb. */
    public <T> T as(Actor actor, String verb, Supplier<T> deed) {
        var outer = CURRENT.get();
        if (outer != null) {
            if (!outer.actor.equals(actor)) {
                throw new IllegalStateException("A deed of one actor cannot run inside another's: " + verb);
            }
            check(actor, verb);
            return deed.get();
        }
        try {
            check(actor, verb);
            return transaction.execute(_ -> {
                var scope = new Scope(actor, verb);
                CURRENT.set(scope);
                try {
                    enter(actor);
                    var result = deed.get();
                    trail.append(actor, scope);
                    return result;
                } finally {
                    CURRENT.remove();
                }
            });
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_YOURS || problem.kind() == Problem.Kind.NOT_FOUND) {
                trail.refused(actor, verb, problem);
            }
            throw problem;
        }
    }

    /** As {@link #as(Actor, String, Supplier)}, for a deed without a result. */
    public void as(Actor actor, String verb, Runnable deed) {
        as(actor, verb, () -> {
            deed.run();
            return null;
        });
    }

    /**
     * Does the deed once for this operation: sent again, it answers what the first time answered. Where the same
     * operation comes with other words or from someone else it is refused ({@link Problem.Kind#SENT_BEFORE}).
     */
    public String once(Actor actor, String verb, Op op, Supplier<String> deed) {
        return as(actor, verb, () -> {
            int fresh = jdbc.sql("""
                            insert into haki.operation (org_id, op_id, person_id, verb, body_hash)
                            values (:org, :op, :person, :verb, :hash)
                            on conflict (org_id, op_id) do nothing""")
                    .param("org", actor.org())
                    .param("op", op.id())
                    .param("person", actor.person())
                    .param("verb", verb)
                    .param("hash", op.hash())
                    .update();
            if (fresh == 0) {
                return resultOf(actor, verb, op);
            }
            var result = deed.get();
            jdbc.sql("update haki.operation set result = :result where org_id = :org and op_id = :op")
                    .param("result", result)
                    .param("org", actor.org())
                    .param("op", op.id())
                    .update();
            return result;
        });
    }

    /** The notebook of the transaction that this thread is in. */
    public static Scope scope() {
        var scope = CURRENT.get();
        if (scope == null) {
            throw new IllegalStateException("Outside work.as");
        }
        return scope;
    }

    private String resultOf(Actor actor, String verb, Op op) {
        return jdbc.sql("""
                        select result from haki.operation
                        where org_id = :org and op_id = :op and verb = :verb and body_hash = :hash
                          and person_id is not distinct from :person""")
                .param("org", actor.org())
                .param("op", op.id())
                .param("verb", verb)
                .param("hash", op.hash())
                .param("person", actor.person(), java.sql.Types.OTHER)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Problem(Problem.Kind.SENT_BEFORE));
    }

    private static void check(Actor actor, String verb) {
        if (!actor.may(verb)) {
            throw Problem.notYours();
        }
    }

    private void enter(Actor actor) {
        if (actor.kind() == Actor.Kind.PUBLIC) {
            jdbc.sql("set local role haki_public").update();
        } else if (actor.kind() == Actor.Kind.GUEST) {
            jdbc.sql("set local role haki_guest").update();
        }
        try {
            jdbc.sql("""
                            select set_config('haki.org', :org, true), set_config('haki.person', :person, true),
                                   set_config('haki.case_offices', :cases, true),
                                   set_config('haki.intake_offices', :intakes, true),
                                   set_config('haki.paper_offices', :papers, true),
                                   set_config('haki.every_fence', :fence, true),
                                   set_config('haki.window', :window, true), set_config('haki.guest', :guest, true),
                                   set_config('haki.pass', :pass, true)""")
                    .param("org", actor.org().toString())
                    .param("person", text(actor.person()))
                    .param("window", actor.window() == null ? "" : text(actor.window().id()))
                    .param("guest", actor.window() == null ? "" : text(actor.window().org()))
                    .param("pass", actor.window() == null ? "" : actor.window().pass())
                    .param("cases", array(actor.officesFor("case.see")))
                    .param("intakes", array(actor.officesFor("intake.see")))
                    .param("papers", array(actor.officesFor("paper.see")))
                    .param("fence", actor.kind() == Actor.Kind.SYSTEM ? "yes" : "")
                    .query((_, _) -> null)
                    .list();
        } catch (DataAccessException unreachable) {
            throw new Problem(Problem.Kind.UNAVAILABLE);
        }
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }

    private static String array(Set<UUID> offices) {
        return offices.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
