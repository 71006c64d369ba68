package org.haki.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Rights;
import org.haki.access.Tally;
import org.haki.access.Token;
import org.haki.kernel.Actor;
import org.haki.ui.Signs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets devices in by their key: in the address ({@code /key/…}), or over HTTPS as the password of HTTP Basic. Whoever holds a
 * device does with it what forms need and nothing else, whatever its person may do at a desk; what PostgreSQL shows is what
 * that person, or the office, sees.
 */
@Component
class DeviceDoor {

    private static final Set<String> NEEDED = Set.of("form.see", "form.fill", "case.see", "intake.take");
    /** For follow-ups on cases and their list, and for advice: the person's own rights, which no office has. */
    private static final Set<String> ON_CASES = Set.of("case.write", "activity.write", "person.see", "list.see", "walkin.write");
    private static final Pattern KEY = Pattern.compile("[\\w-]{43}");
    private static final String ENGLISH = "en";

    private final DeviceRepository devices;
    private final Rights rights;
    private final TransactionTemplate transaction;
    private final Tally minute;
    private final Tally tenMinutes;
    private final int requests;
    private final int wrongKeys;
    private final String publicUrl;

    DeviceDoor(DeviceRepository devices, Rights rights, TransactionTemplate transaction, Clock clock,
            @Value("${haki.devices.requests-per-minute}") int requests, @Value("${haki.devices.wrong-keys}") int wrongKeys,
            @Value("${haki.public-url}") String publicUrl) {
        this.devices = devices;
        this.rights = rights;
        this.transaction = transaction;
        this.minute = new Tally(clock, Duration.ofMinutes(1));
        this.tenMinutes = new Tally(clock, Duration.ofMinutes(10));
        this.requests = requests;
        this.wrongKeys = wrongKeys;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Who knocks, by the key in the address, or by HTTP Basic where that has none ({@code null}). */
    AtDevice enter(HttpServletRequest request, String key) {
        var shown = key == null ? password(request) : key;
        var known = KEY.matcher(shown).matches() ? transaction.execute(_ -> devices.byKey(Token.hash(shown))).orElse(null) : null;
        if (known == null) {
            // Counted, not shut out: a camp shares one address, and a key of 256 bits is not guessed.
            boolean often = tenMinutes.count(Tally.network(request.getRemoteAddr())) >= wrongKeys;
            throw new Refused(often ? Refusal.TOO_OFTEN : key == null ? Refusal.SIGN_IN : Refusal.KEY, ENGLISH);
        }
        if (minute.count(known.id().toString()) >= requests) {
            throw new Refused(Refusal.TOO_OFTEN, known.language());
        }
        var verbs = Stream.concat(NEEDED.stream(), known.person() == null ? Stream.empty() : ON_CASES.stream())
                .filter(verb -> known.person() == null || rights.rolesWith(verb).stream().anyMatch(known.roles()::contains))
                .collect(Collectors.toUnmodifiableSet());
        var actor = new Actor(Actor.Kind.STAFF, known.org(), known.person(), known.name(), Map.<UUID, Set<String>>of(known.office(), verbs),
                known.zone(), known.id(), (String) request.getAttribute(Signs.REQUEST), request.getRemoteAddr());
        return new AtDevice(known.id(), actor, known.office(), known.language());
    }

    /** What stands before the addresses that a device is told: as it came in, by its own key or without one. */
    String base(HttpServletRequest request, String key) {
        return origin(request) + (key == null ? "/openrosa" : "/key/" + key);
    }

    /** Where people reach Haki: as it is set, or as this request came where nothing is. */
    String origin(HttpServletRequest request) {
        var host = URI.create(publicUrl).getHost();
        return "localhost".equals(host) ? request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*", "$1") : publicUrl;
    }

    /** HTTP Basic only where nobody listens on the way; elsewhere a device is not even asked for a password. */
    private String password(HttpServletRequest request) {
        if (!request.isSecure() && !publicUrl.startsWith("https:")) {
            throw new Refused(Refusal.KEY, ENGLISH);
        }
        var said = request.getHeader("Authorization");
        if (said == null || !said.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw new Refused(Refusal.SIGN_IN, ENGLISH);
        }
        try {
            var both = new String(Base64.getDecoder().decode(said.substring(6).strip()), StandardCharsets.UTF_8);
            return both.substring(both.indexOf(':') + 1);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
