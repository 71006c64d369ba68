package org.haki.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Component;

/** Keeps and finds the tokens of subjects: HMAC under the organisation's search key, eight bytes of it. */
@Component
class SearchIndex {

    /** Of the subjects found, those are shown whose likeness is more than this part of the best one's: one word of two is enough. */
    private static final double WORTH_SHOWING = 0.45;

    private final OrgKeys orgKeys;
    private final SearchRepository tokens;

    SearchIndex(OrgKeys orgKeys, SearchRepository tokens) {
        this.orgKeys = orgKeys;
        this.tokens = tokens;
    }

    void index(UUID subject, String kind, Collection<String> names, Collection<String> phones) {
        var actor = Work.scope().actor();
        if (actor.kind() != Actor.Kind.PUBLIC) {
            tokens.delete(subject);
        }
        var keys = orgKeys.of(actor.org());
        int version = keys.newest(OrgKeys.SEARCH);
        var hash = new Hash(keys.key(OrgKeys.SEARCH, version));
        tokens.insertTokens(actor.org(), subject, kind, version,
                SearchTokens.of(names, phones).stream().map(hash::of).toList());
        var forms = new ArrayList<SearchRepository.Form>();
        for (var word : SearchTokens.words(names)) {
            long token = hash.of(SearchTokens.word(word));
            SearchTokens.forms(word).forEach(form -> forms.add(new SearchRepository.Form(hash.of(form), token)));
        }
        tokens.insertForms(actor.org(), version, forms);
    }

    void forget(UUID subject) {
        tokens.forget(subject);
    }

    /** Those worth showing. */
    List<Match> find(String kind, List<SearchTokens.Asked> asked, int limit) {
        var found = all(kind, asked, limit);
        double least = found.isEmpty() ? 0 : found.getFirst().likeness() * WORTH_SHOWING;
        return found.stream().filter(match -> match.likeness() > least).toList();
    }

    /** Whoever has anything of it. */
    List<Match> all(String kind, List<SearchTokens.Asked> asked, int limit) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var questions = new ArrayList<SearchRepository.Question>();
        for (var key : orgKeys.of(Work.scope().actor().org()).all(OrgKeys.SEARCH).values()) {
            var hash = new Hash(key);
            asked.forEach(one -> questions.add(
                    new SearchRepository.Question(hash.of(one.text()), one.part(), one.own(), one.form())));
        }
        long parts = asked.stream().map(SearchTokens.Asked::part).distinct().count();
        return tokens.find(kind, questions, parts, limit);
    }

    /** Keyed hashes of one version; made for one thread and one call. */
    private static final class Hash {
        private final Mac mac;

        Hash(SecretKey key) {
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Cannot hash", impossible);
            }
        }

        long of(String token) {
            return ByteBuffer.wrap(mac.doFinal(token.getBytes(StandardCharsets.UTF_8))).getLong();
        }
    }
}
