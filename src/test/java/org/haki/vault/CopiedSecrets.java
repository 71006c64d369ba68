package org.haki.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ApplicationContext;

/**
 * What the vault does for one organisation, without a transaction around it: for benches that write hundreds of thousands of
 * cases, each sealed under keys of its own and found by its own name. For one thread.
 */
public final class CopiedSecrets {

    /** A word as the index keeps it: its token, and the forms under which it is found. */
    public record Word(long token, Set<Long> forms) {}

    private final UUID org;
    private final OrgKeys.Keys keys;
    private final Mac search;
    private final Map<String, Word> words = new HashMap<>();

    private CopiedSecrets(UUID org, OrgKeys.Keys keys) {
        this.org = org;
        this.keys = keys;
        try {
            search = Mac.getInstance("HmacSHA256");
            search.init(new SecretKeySpec(keys.key(OrgKeys.SEARCH, searchVersion()).getEncoded(), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot hash", impossible);
        }
    }

    public static CopiedSecrets of(ApplicationContext haki, UUID org) {
        return new CopiedSecrets(org, haki.getBean(OrgKeys.class).of(org));
    }

    public int dataVersion() {
        return keys.newest(OrgKeys.DATA);
    }

    public int searchVersion() {
        return keys.newest(OrgKeys.SEARCH);
    }

    public SecretKey fresh() {
        return Seal.freshKey();
    }

    public byte[] wrapped(UUID id, SecretKey key) {
        return Seal.seal(keys.key(OrgKeys.DATA, dataVersion()), org, id, Vault.KEY, key.getEncoded()).bytes();
    }

    public SecretKey unwrapped(UUID id, int version, byte[] wrapped) {
        return Seal.key(Seal.open(keys.key(OrgKeys.DATA, version), org, id, Vault.KEY, new Sealed(wrapped)));
    }

    public byte[] seal(SecretKey key, UUID record, String purpose, byte[] plain) {
        return Seal.seal(key, org, record, purpose, plain).bytes();
    }

    public byte[] open(SecretKey key, UUID record, String purpose, byte[] sealed) {
        return Seal.open(key, org, record, purpose, new Sealed(sealed));
    }

    /** The words of a name. */
    public List<Word> words(String name) {
        var found = new ArrayList<Word>();
        for (var word : SearchTokens.words(List.of(name))) {
            found.add(words.computeIfAbsent(word, _ -> new Word(hash(SearchTokens.word(word)), SearchTokens.forms(word).stream()
                    .map(this::hash).collect(Collectors.toSet()))));
        }
        return found;
    }

    /** The token of a telephone number. */
    public long number(String phone) {
        return hash(SearchTokens.of(List.of(), List.of(phone)).iterator().next());
    }

    private long hash(String token) {
        return ByteBuffer.wrap(search.doFinal(token.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
