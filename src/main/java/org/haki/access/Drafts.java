package org.haki.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.haki.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people were writing when the screen locked: sealed, theirs alone, there until it is sent or thrown away. */
@Service
class Drafts {

    /** The hidden field of a form that sends a draft on. */
    static final String FIELD = "_draft";

    private static final Logger log = LoggerFactory.getLogger(Drafts.class);
    private static final String PURPOSE = "draft";
    private static final int LONGEST = 8_000_000;
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w~.%/-]{0,300}");
    private static final Set<String> NOT_TYPED = Set.of("_csrf", FIELD);
    /** Proofs of who somebody is are asked for again, never kept. */
    private static final Set<String> SECRETS = Set.of("password", "current", "again", "proof");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final DraftRepository drafts;
    private final Vault vault;
    private final Work work;
    private final Clock clock;

    Drafts(DraftRepository drafts, Vault vault, Work work, Clock clock) {
        this.drafts = drafts;
        this.vault = vault;
        this.work = work;
        this.clock = clock;
    }

    /** Keeps a form as it came in. */
    UUID keep(Actor actor, String page, String action, Map<String, String[]> sent) {
        var fields = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                fields.put(name, Arrays.asList(values));
            }
        });
        return keepFields(actor, page, action, fields);
    }

    /** Keeps what a page read from its form: a JSON object of names, each with its values. */
    UUID keep(Actor actor, String page, String action, String json) {
        try {
            return keepFields(actor, page, action, JSON.readValue(json == null ? "{}" : json, FIELDS));
        } catch (JacksonException notOurs) {
            throw Problem.notFound();
        }
    }

    Draft of(Actor actor, UUID id) {
        return work.as(actor, "me.draft", () -> opened(actor, drafts.byId(id).orElseThrow(Problem::notFound)));
    }

    /** The latest one of this page; a page opens also where that is damaged. */
    Optional<Draft> ofPage(Actor actor, String page) {
        return work.as(actor, "me.draft", () -> drafts.latestOf(page).flatMap(row -> {
            try {
                return Optional.of(opened(actor, row));
            } catch (CannotOpen damaged) {
                return Optional.empty();
            }
        }));
    }

    /** Throws it away, or it was sent. */
    void forget(Actor actor, UUID id) {
        work.as(actor, "me.draft", () -> {
            drafts.forget(id);
        });
    }

    /** A form that carried a draft on was taken, so the draft is no longer needed; if it stays that does no harm. */
    void settle(Actor actor, String id) {
        if (id == null) {
            return;
        }
        try {
            forget(actor, Id.of(id));
        } catch (Problem | DataAccessException | TransactionException stays) {
            log.warn("A draft that was sent could not be thrown away: {}", stays.getClass().getSimpleName());
        }
    }

    private UUID keepFields(Actor actor, String page, String action, Map<String, List<String>> typed) {
        var fields = new LinkedHashMap<>(typed);
        fields.keySet().removeAll(SECRETS);
        var json = JSON.writeValueAsBytes(fields);
        if (json.length > LONGEST) {
            throw new Problem(Problem.Kind.TOO_MUCH);
        }
        if (!isLocal(action)) {
            throw Problem.notFound();
        }
        var id = Id.next();
        var sealed = vault.sealForOrganisation(actor.org(), id, PURPOSE, json);
        var row = new DraftRepository.Row(id, isLocal(page) ? page : "", action, sealed, clock.instant());
        work.as(actor, "me.draft", () -> drafts.keep(actor.org(), actor.person(), row));
        return id;
    }

    private Draft opened(Actor actor, DraftRepository.Row row) {
        var json = vault.openForOrganisation(actor.org(), row.id(), PURPOSE, row.sealed());
        var fields = JSON.readValue(new String(json, StandardCharsets.UTF_8), FIELDS);
        return new Draft(row.id(), row.page(), row.action(), fields, row.savedAt());
    }

    private static boolean isLocal(String path) {
        return path != null && LOCAL.matcher(path).matches();
    }
}
