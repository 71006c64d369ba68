package org.haki.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.kernel.Problem;

/**
 * What the types of an organisation's own are called. Beside those of others each has the organisation's mark behind its key, so
 * that two organisations may call their types alike and neither learns it.
 */
final class OwnTypeNames {

    private static final Pattern MARKED = Pattern.compile("(.+)__([0-9a-f]{12})");
    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,25}");

    private OwnTypeNames() {}

    /** The name by which the type with this key is known in the installation. */
    static String name(UUID organisation, String key) {
        return key + "__" + mark(organisation);
    }

    /** The key that its casetype.yaml says; nothing is cut off from one that is in a folder. */
    static String key(String name) {
        var marked = MARKED.matcher(name);
        return marked.matches() ? marked.group(1) : name;
    }

    /** Whether a name is one that this organisation may have given. */
    static boolean isOf(UUID organisation, String name) {
        var marked = MARKED.matcher(name);
        return marked.matches() && marked.group(2).equals(mark(organisation)) && KEY.matcher(marked.group(1)).matches();
    }

    /** A name that was found: it holds nothing that an address may not. */
    static String checked(String name) {
        if (!name.matches("[a-z0-9_]{1,40}")) {
            throw Problem.notFound();
        }
        return name;
    }

    private static String mark(UUID organisation) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(organisation.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
