package org.haki.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Calls methods of repositories as somebody, inside work.as, each undone; and keeps what was found. */
final class RepositoryCalls {

    /** What an answer was. */
    private record Answer(List<String> leaves, Map<String, String> rows) {}

    private static final Pattern ANY_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ANY_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?");
    private static final String VERB = "me.see";
    private static final int TRIES = 60;
    /** Where a guest may add, and change nothing: policies.txt gives it no more. */
    private static final Set<String> GUEST_ADDS = Set.of("haki.operation", "vault.key", "vault.key_wrap", "haki.audit_entry", "haki.audit_head",
            "haki.audit_subject", "hub.destroyed");

    private final JdbcClient jdbc;
    private final Work work;
    private final TransactionTemplate nested;
    private final Map<String, Actor> actors;
    private final UUID there;
    private final UUID here;
    private final Map<String, Set<String>> findings = new TreeMap<>();
    private final Map<String, List<String>> refusals = new TreeMap<>();
    private final Set<String> reached = new TreeSet<>();
    private final Set<String> called = new TreeSet<>();
    private final Map<String, Map<String, String>> atFirst = new HashMap<>();
    private int count;

    RepositoryCalls(ApplicationContext haki, Map<String, Actor> actors, UUID there, UUID here) {
        this.jdbc = haki.getBean(JdbcClient.class);
        this.work = haki.getBean(Work.class);
        this.nested = new TransactionTemplate(haki.getBean(PlatformTransactionManager.class));
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.actors = actors;
        this.there = there;
        this.here = here;
    }

    /** Calls it with what is one's own, to see that it can be called at all. */
    void own(Object repository, Method method, String name, List<JsonNode> rows) {
        called.add(name);
        for (var who : List.of("staff", "figures")) {
            as(who, () -> {
                for (int draw = 0; draw < TRIES && !reached.contains(name); draw++) {
                    var random = new Random(draw);
                    var row = rows.get(random.nextInt(rows.size()));
                    answer(repository, method, new Arguments(random.nextLong(), row, rows, actors.get(who), UnaryOperator.identity()), name, who);
                }
            });
        }
    }

    /** Calls it with what is theirs, and with what was never given to anything. */
    void theirs(Object repository, Method method, String name, String who, Secrets secrets, List<JsonNode> rows, long seed, int draws) {
        as(who, () -> {
            int closed = 0;
            for (int draw = 0; draw < draws && closed < 2; draw++) {
                var random = new Random(seed + draw);
                var row = rows.get(random.nextInt(rows.size()));
                long same = random.nextLong();
                var arguments = new Arguments(same, row, rows, actors.get(who), UnaryOperator.identity());
                var answer = answer(repository, method, arguments, name, who);
                var never = new Arguments(same, row, rows, actors.get(who), Arguments.never(secrets, RepositoryCalls::neverGiven));
                var toNever = answer(repository, method, never, name, who);
                closed += isClosed(answer.leaves()) ? 1 : 0;
                look(name, who, secrets, arguments.given(), answer);
                if (at(who) && !same(answer, arguments.given()).equals(same(toNever, never.given())) && method.getParameterCount() > 0) {
                    find(name, "answers " + who + " otherwise than for what was never given: " + same(answer, arguments.given()) + " and "
                            + same(toNever, never.given()));
                }
            }
        });
    }

    private void look(String name, String who, Secrets secrets, List<String> given, Answer answer) {
        var found = secrets.among(answer.leaves(), given);
        if (!found.isEmpty()) {
            find(name, "tells " + who + " " + found.stream().sorted().limit(4).toList());
        }
        answer.rows().forEach((table, sum) -> {
            boolean mayAdd = actors.get(who).kind() == Actor.Kind.GUEST ? GUEST_ADDS.contains(table) : !at(who);
            if (!sum.equals(atFirst.get(who).get(table)) && !mayAdd) {
                find(name, "lets " + who + " change " + table);
            }
        });
    }

    private Answer answer(Object repository, Method method, Arguments made, String name, String who) {
        count++;
        return nested.execute(status -> {
            status.setRollbackOnly();
            try {
                if (who.equals("figures")) {
                    jdbc.sql("set local role haki_reports").update();
                }
                method.setAccessible(true);
                var leaves = Leaves.of(method.invoke(repository, made.of(method)));
                reached.add(name);
                return new Answer(leaves, wrote() ? Rows.witnessed(jdbc, there, here) : Map.of());
            } catch (IllegalArgumentException nothingToGive) {
                refusals.put(name, List.of(String.valueOf(nothingToGive.getMessage())));
                return new Answer(List.of("cannot be called"), Map.of());
            } catch (InvocationTargetException refused) {
                var why = refusal(refused.getCause());
                if (why.get(1).matches("[0-9A-Z]{5}") && !isClosed(why)) {
                    reached.add(name);
                } else {
                    refusals.put(name, why);
                }
                return new Answer(why, Map.of());
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException(closed);
            }
        });
    }

    private boolean wrote() {
        return jdbc.sql("select pg_current_xact_id_if_assigned() is not null").query(Boolean.class).single();
    }

    private static List<String> refusal(Throwable refused) {
        var root = refused;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? List.of("refused", String.valueOf(sql.getSQLState()), String.valueOf(sql.getMessage()))
                : List.of("refused", root.getClass().getSimpleName(), String.valueOf(root.getMessage()));
    }

    /** The answer in which what was given, and what is made anew each time, has no name. */
    private static String same(Answer answer, List<String> given) {
        var text = String.join(", ", answer.leaves());
        for (int i = 0; i < given.size(); i++) {
            text = given.get(i).length() < 4 ? text : text.replace(given.get(i), "given " + i);
        }
        return ANY_TIME.matcher(ANY_ID.matcher(text).replaceAll("an id")).replaceAll("a time");
    }

    private static String neverGiven(String text) {
        return text.matches("[0-9A-Z]{13}") ? Code.next() : new StringBuilder(text).reverse().toString();
    }

    /** Whether this is somebody of the other organisation, and not a guest or a visitor of the one that is looked at. */
    private boolean at(String who) {
        return actors.get(who).org().equals(here);
    }

    private void as(String who, Runnable deed) {
        var actor = actors.get(who);
        work.as(actor, actor.kind() == Actor.Kind.PUBLIC ? "public.fuzz" : VERB, () -> {
            atFirst.computeIfAbsent(who, _ -> Rows.witnessed(jdbc, there, here));
            deed.run();
        });
    }

    private void find(String name, String what) {
        findings.computeIfAbsent(name, _ -> new TreeSet<>()).add(what);
    }

    Map<String, Set<String>> findings() {
        return findings;
    }

    Set<String> called() {
        return called;
    }

    /** Those whose call never came as far as to rows: closed to everybody, or nothing could be made up for it. */
    Map<String, List<String>> neverReached() {
        var never = new TreeMap<>(refusals);
        never.keySet().removeAll(reached);
        return never;
    }

    /** Whether the role has no right to the table or function, whatever the arguments. */
    private static boolean isClosed(List<String> answer) {
        return answer.getLast().contains("permission denied for");
    }

    @Override
    public String toString() {
        return called.size() + " methods, " + count + " calls";
    }
}
