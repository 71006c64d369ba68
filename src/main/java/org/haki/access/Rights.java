package org.haki.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/** Who may do what: {@code access/rights.yaml}, read once at the start. */
@Component
public class Rights {

    private final List<String> roles;
    private final Map<String, Set<String>> rolesByVerb;
    private final Map<Set<String>, Set<String>> verbsByRoles = new ConcurrentHashMap<>();

    Rights() {
        var file = read();
        roles = List.copyOf(file.get("roles").keySet());
        rolesByVerb = file.get("verbs").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, verb -> rolesOf(verb.getKey(), verb.getValue())));
    }

    /** Every role there is, as the file lists them. */
    public List<String> roles() {
        return roles;
    }

    /** Every verb there is. */
    public Set<String> verbs() {
        return rolesByVerb.keySet();
    }

    /** The roles that include this verb. */
    public Set<String> rolesWith(String verb) {
        return rolesByVerb.getOrDefault(verb, Set.of());
    }

    /** The verbs that these roles together include: always the same set for the same roles. */
    Set<String> verbsOf(Set<String> held) {
        return verbsByRoles.computeIfAbsent(Set.copyOf(held), some -> rolesByVerb.entrySet().stream()
                .filter(verb -> verb.getValue().stream().anyMatch(some::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** What somebody with these memberships may do in each of the organisation's offices. */
    Map<UUID, Set<String>> of(Collection<Membership> memberships, Collection<UUID> offices) {
        var rights = new LinkedHashMap<UUID, Set<String>>();
        for (var office : offices) {
            var held = new LinkedHashSet<String>();
            memberships.stream()
                    .filter(membership -> membership.office() == null || membership.office().equals(office))
                    .forEach(membership -> held.add(membership.role()));
            if (!held.isEmpty()) {
                rights.put(office, verbsOf(held));
            }
        }
        return Map.copyOf(rights);
    }

    private Set<String> rolesOf(String verb, Object listed) {
        var named = ((List<?>) listed).stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
        if (!roles.containsAll(named)) {
            throw new IllegalStateException("rights.yaml: " + verb + " names a role that is not in roles");
        }
        return named;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> read() {
        try (InputStream file = Rights.class.getResourceAsStream("/access/rights.yaml")) {
            return (Map<String, Map<String, Object>>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("access/rights.yaml cannot be read", unreadable);
        }
    }
}
