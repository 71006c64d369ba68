package org.haki.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haki.kernel.Errors;
import org.haki.kernel.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: Argon2id, at least ten characters, none that everybody tries first. */
@Component
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int AT_ONCE = 4;
    private static final int SALT = 16;
    private static final int HASH = 32;

    private final Argon2PasswordEncoder argon2;
    private final String nobodys;
    private final Set<String> worst = worst();
    private final Semaphore places;

    Passwords(@Value("${haki.passwords.memory}") int kibibytes, @Value("${haki.passwords.passes}") int passes) {
        this.argon2 = new Argon2PasswordEncoder(SALT, HASH, 1, kibibytes, passes);
        this.nobodys = nobodys(kibibytes, passes);
        this.places = new Semaphore(atOnce(kibibytes, Runtime.getRuntime().maxMemory()), true);
    }

    String hash(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /** Whether it is the password; without a hash it is not, after the same work. */
    boolean match(String typed, String hash) {
        var said = typed == null || typed.length() > LONGEST ? "" : normal(typed);
        return inTurn(() -> argon2.matches(said, hash == null ? nobodys : hash)) && hash != null;
    }

    /** What is wrong with a password that somebody chose and typed twice. */
    Errors errors(String password, String again, String signInName) {
        var typed = password == null ? "" : password;
        var plain = plain(typed);
        var errors = new Errors();
        if (typed.codePointCount(0, typed.length()) < SHORTEST) {
            errors.add("password", "Password.short", SHORTEST);
        } else if (typed.length() > LONGEST) {
            errors.add("password", "Password.long", LONGEST);
        } else if (signInName.length() > 3 && plain.contains(plain(signInName))) {
            errors.add("password", "Password.name");
        } else if (worst.contains(plain) || plain.chars().distinct().count() < 4) {
            errors.add("password", "Password.worst");
        }
        return errors.unless(typed.equals(again), "again", "Password.again");
    }

    /** How many passwords may be checked at once: as many as half of this memory holds, four at most. */
    static int atOnce(int kibibytes, long memory) {
        return Math.clamp(memory / 2 / (1024L * kibibytes), 1, AT_ONCE);
    }

    /** Each takes much memory, so only some at once; whoever waits too long is asked to come back. */
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(4, TimeUnit.SECONDS)) {
                throw new Problem(Problem.Kind.UNAVAILABLE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Kind.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String plain(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    /** A hash that no password has, as dear to compare with as a true one; to reckon a true one would take a tenth of the start. */
    static String nobodys(int kibibytes, int passes) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(
                kibibytes, passes, base64.encodeToString(random(SALT)), base64.encodeToString(random(HASH)));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Set<String> worst() {
        try {
            return new ClassPathResource("access/worst-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
