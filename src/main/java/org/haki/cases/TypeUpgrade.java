package org.haki.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the names of an older version of a case type went; what is not named here kept its name, unless something else took it.
 *
 * @param from      the older version
 * @param questions questions, groups, repeats and sections by their paths; what is in one goes with it
 * @param letGo     questions, groups, repeats and sections whose answers stay in history alone
 */
public record TypeUpgrade(int from, Map<String, String> stages, Map<String, String> questions, List<String> letGo, Map<String, String> steps,
        Map<String, String> parties, Map<String, String> roles) {

    /** Where what has this path went; {@code null} where it is let go. */
    public String question(String path) {
        var named = Stream.concat(questions.keySet().stream(), letGo.stream())
                .filter(one -> path.equals(one) || path.startsWith(one + "/"))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(null);
        return named == null ? path : letGo.contains(named) ? null : questions.get(named) + path.substring(named.length());
    }

    /** What this step is called now; {@code null} where its name is another's now. */
    public String step(String key) {
        return named(steps, key);
    }

    String stage(String key) {
        return stages.getOrDefault(key, key);
    }

    /** Which party this one is now; {@code null} where its name is another's now. */
    public String party(String key) {
        return named(parties, key);
    }

    String role(String key) {
        return named(roles, key);
    }

    private static String named(Map<String, String> names, String key) {
        return names.containsKey(key) ? names.get(key) : names.containsValue(key) ? null : key;
    }
}
