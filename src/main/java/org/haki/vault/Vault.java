package org.haki.vault;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Keys, sealed values and search. Except where an organisation is named, everything happens inside {@code work.as} and
 * for the organisation at work.
 */
@Service
public class Vault {

    /** The purpose under which a key is wrapped. */
    static final String KEY = "key";

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private final OrgKeys orgKeys;
    private final Keyring keyring;
    private final KeyRepository keys;
    private final SearchIndex search;
    private final Audit audit;

    Vault(OrgKeys orgKeys, Keyring keyring, KeyRepository keys, SearchIndex search, Audit audit) {
        this.orgKeys = orgKeys;
        this.keyring = keyring;
        this.keys = keys;
        this.search = search;
        this.audit = audit;
    }

    /** Makes the keys of an organisation that is being born; in the transaction that makes the organisation. */
    public void bear(UUID org) {
        orgKeys.bear(org);
    }

    /** A new key that opens one person, case or window; its wrap is kept for the organisation at work. */
    public UUID newKey(KeyKind kind) {
        var org = Work.scope().actor().org();
        var id = Id.next();
        var key = Seal.freshKey();
        var orgsKeys = orgKeys.of(org);
        int version = orgsKeys.newest(OrgKeys.DATA);
        var wrapped = Seal.seal(orgsKeys.key(OrgKeys.DATA, version), org, id, KEY, key.getEncoded());
        keys.insert(org, kind, new KeyRepository.Wrap(id, version, wrapped));
        atHand().put(id, key);
        return id;
    }

    /** Says that this key will be needed: the next {@link #fetch} brings it along. */
    public void expect(UUID key) {
        expected().add(key);
    }

    /** Loads the keys for many records in one query; later calls in this transaction find them at hand. */
    public void fetch(Collection<UUID> wanted) {
        var atHand = atHand();
        var missing = Stream.concat(wanted.stream(), expected().stream()).filter(key -> key != null && !atHand.containsKey(key)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        var actor = Work.scope().actor();
        if (actor.kind() == Actor.Kind.GUEST) {
            keys.lentWraps(missing).forEach(lent -> keep(atHand, lent.holder(), lent.wrap()));
        } else {
            keys.wraps(missing).forEach(wrap -> keep(atHand, actor.org(), wrap));
        }
    }

    /** A wrap that is damaged closes what is under its key, and nothing of what is fetched beside it. */
    private void keep(Map<UUID, SecretKey> atHand, UUID holder, KeyRepository.Wrap wrap) {
        try {
            atHand.put(wrap.key(), unwrapped(holder, wrap));
        } catch (CannotOpen damaged) {
            LOG.error("The wrap of the key {} does not open: {}; a backup may have it whole", wrap.key(), damaged.getMessage());
        }
    }

    /** Whether the actor can open what is under this key. */
    public boolean has(UUID key) {
        fetch(List.of(key));
        return atHand().containsKey(key);
    }

    /**
     * Lends these keys to whoever looks through the window, wrapped for its organisation {@code holder}, until the window
     * ends. Throws {@link CannotOpen} for a key that the actor cannot open.
     */
    public void lend(UUID window, UUID holder, Collection<UUID> lent) {
        fetch(lent);
        int version = orgKeys.of(holder).newest(OrgKeys.DATA);
        var holdersKey = orgKeys.key(holder, OrgKeys.DATA, version);
        for (var key : lent) {
            var wrapped = Seal.seal(holdersKey, holder, key, KEY, keyOf(key).getEncoded());
            keys.lend(window, new KeyRepository.Wrap(key, version, wrapped));
        }
    }

    /** Destroys a key for good: what was sealed under it never opens again. */
    public void destroy(UUID key) {
        if (keys.deleteWraps(key) > 0) {
            audit.note("key.destroyed", key, "");
        }
        atHand().remove(key);
    }

    /** Seals a text for one record and one purpose (a word that never changes, such as {@code "identity"}); null stays null. */
    public Sealed seal(UUID key, UUID record, String purpose, String text) {
        if (text != null && text.contains(Text.DAMAGED)) {
            throw new Problem(Problem.Kind.DAMAGED);
        }
        return text == null ? null : seal(key, record, purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #seal(UUID, UUID, String, String)}, for bytes. */
    public Sealed seal(UUID key, UUID record, String purpose, byte[] bytes) {
        return Seal.seal(keyOf(key), Work.scope().actor().org(), record, purpose, bytes);
    }

    /** Opens a text sealed for this record and purpose; null stays null. */
    public String open(UUID key, UUID record, String purpose, Sealed sealed) {
        return sealed == null ? null : new String(openBytes(key, record, purpose, sealed), StandardCharsets.UTF_8);
    }

    /** As {@link #open}, for bytes. */
    public byte[] openBytes(UUID key, UUID record, String purpose, Sealed sealed) {
        return open(keyOf(key), Work.scope().actor().org(), record, purpose, sealed);
    }

    /** As {@link #open}, only to be shown: what is damaged is {@link Text#DAMAGED}, so that all around it can still be read. */
    public String read(UUID key, UUID record, String purpose, Sealed sealed) {
        return read(key, record, purpose, sealed, text -> text, Text.DAMAGED);
    }

    /** As {@link #read(UUID, UUID, String, Sealed)}, for words in some form; what is damaged is shown as {@code damaged}. */
    public <T> T read(UUID key, UUID record, String purpose, Sealed sealed, Function<String, T> form, T damaged) {
        String text;
        try {
            text = open(key, record, purpose, sealed);
        } catch (CannotOpen closed) {
            return damaged;
        }
        return text == null ? null : form.apply(text);
    }

    /** Seals under the organisation's own key what belongs to no client: a second factor's seed, a draft. Works outside work.as. */
    public Sealed sealForOrganisation(UUID org, UUID record, String purpose, byte[] bytes) {
        return Seal.seal(ownKey(org, "seal"), org, record, purpose, bytes);
    }

    /** Opens what {@link #sealForOrganisation} sealed. Works outside work.as. */
    public byte[] openForOrganisation(UUID org, UUID record, String purpose, Sealed sealed) {
        return open(ownKey(org, "seal"), org, record, purpose, sealed);
    }

    /** A keyed hash (32 bytes) of something to be recognised again but never read, such as a receipt. Works outside work.as. */
    public byte[] fingerprint(UUID org, String purpose, String text) {
        return Seal.mac(ownKey(org, "fingerprint/" + purpose).getEncoded(), text);
    }

    /**
     * Makes the subject findable by these names and telephone numbers, instead of those before. The kind is
     * {@code "person"} or {@code "intake"}.
     */
    public void index(UUID subject, String kind, Collection<String> names, Collection<String> phones) {
        search.index(subject, kind, names, phones);
    }

    /** The subject is found no more. */
    public void forget(UUID subject) {
        search.forget(subject);
    }

    /**
     * The subjects whose names or numbers are like what somebody typed, the likest first: any word of a name, its
     * beginning from three letters on, other spellings and scripts, one letter wrong, the end of a telephone number.
     * Whoever asks shows only those that the reader may see.
     */
    public List<UUID> search(String kind, String typed, int limit) {
        return search.find(kind, SearchTokens.asked(typed), limit).stream().map(Match::subject).toList();
    }

    /** Subjects that share anything with these names and numbers, the likest first; whoever asks says how like is enough. */
    public List<Match> similar(String kind, Collection<String> names, Collection<String> phones, int limit) {
        return search.all(kind, SearchTokens.asked(names, phones), limit);
    }

    /** The root key as the lines of the recovery sheet, to be printed at set-up and kept in a safe. */
    public List<String> recoverySheet() {
        return RecoverySheet.of(keyring.root());
    }

    /** Whether the recovery sheet was typed back right: 0, or the number (from 1) of its first wrong or missing line. */
    public int wrongLineOf(String typedSheet) {
        int wrong = RecoverySheet.firstWrongLine(typedSheet);
        boolean anothers = wrong == 0 && !RecoverySheet.read(typedSheet).equals(Optional.of(keyring.root()));
        return anothers ? 1 : wrong;
    }

    private static byte[] open(SecretKey key, UUID org, UUID record, String purpose, Sealed sealed) {
        try {
            return Seal.open(key, org, record, purpose, sealed);
        } catch (CannotOpen damaged) {
            LOG.error("The {} of {} is damaged where it lies; a backup may have it whole", purpose, record);
            throw damaged;
        }
    }

    private SecretKey keyOf(UUID key) {
        fetch(List.of(key));
        var found = atHand().get(key);
        if (found == null) {
            throw new CannotOpen("The key was destroyed, or is not this organisation's");
        }
        return found;
    }

    private SecretKey unwrapped(UUID holder, KeyRepository.Wrap wrap) {
        var holdersKey = orgKeys.key(holder, OrgKeys.DATA, wrap.version());
        return Seal.key(Seal.open(holdersKey, holder, wrap.key(), KEY, wrap.wrapped()));
    }

    private SecretKey ownKey(UUID org, String use) {
        var own = orgKeys.of(org).all(OrgKeys.OWN).firstEntry().getValue();
        return Seal.key(Seal.mac(own.getEncoded(), "haki/own/" + use));
    }

    private static Set<UUID> expected() {
        return Work.scope().remember(Expected.class, Expected::new).keys();
    }

    private record Expected(Set<UUID> keys) {
        private Expected() {
            this(new HashSet<>());
        }
    }

    private static Map<UUID, SecretKey> atHand() {
        return Work.scope().remember(Vault.class, HashMap::new);
    }
}
