package org.haki.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the casetype.yaml of a case type of CiviCRM (its XML): stages of its statuses, roles of its relationship types, steps of
 * its activity sets, services of its activity types. What cannot be said here is noted with its line; nothing is left out unsaid.
 */
final class CiviCaseType {

    private static final String OPENED = "Open Case";
    /** What Haki writes down by itself when it is done. */
    private static final Set<String> OWN = Set.of(OPENED, "Change Case Status", "Change Case Type", "Change Case Start Date", "Change Custom Data", "Link Cases",
            "Merge Case", "Reassigned Case", "Assign Case Role", "Remove Case Role", "Add Client To Case", "Email", "Print PDF Letter");
    private static final Set<String> KNOWN = Set.of("name", "title", "description", "weight", "is_active", "ActivityTypes", "ActivitySets", "CaseRoles", "statuses",
            "timelineActivityTypes");
    private static final Set<String> KNOWN_OF_STEP = Set.of("name", "status", "reference_activity", "reference_offset", "reference_select", "label",
            "default_assignee_type", "default_assignee_relationship");
    private static final int MOST = 100;

    private final CiviElement root;
    private final List<TypeProblem> notes = new ArrayList<>();
    private final StringBuilder yaml = new StringBuilder();
    private final Map<String, String> roles = new LinkedHashMap<>();
    private String owner = "";

    private CiviCaseType(CiviElement root) {
        this.root = root;
    }

    /** A folder made of this XML, and what of it was left out. */
    record Read(TypeArchive files, List<TypeProblem> notes) {}

    static Read read(byte[] xml) {
        var made = new CiviCaseType(CiviElement.read(xml));
        made.write();
        return new Read(new TypeArchive(made.yaml.toString(), new TreeMap<>(), List.of()), made.notes);
    }

    private void write() {
        var title = root.text("title").isEmpty() ? root.text("name") : root.text("title");
        if (title.isEmpty()) {
            throw new NotAFolder("no_name", root.line());
        }
        line("key: " + key(title, Set.of()));
        line("version: 1");
        line("label: " + label(readable(title)));
        line("client: {en: Client}");
        line("sensitivity: standard");
        roles();
        line("parties:\n  client: {en: Client}\n  reporter: {en: Reporter}");
        stages();
        timeline();
        services();
        line("outcomes:\n  achieved: {label: {en: Achieved}, class: achieved}\n  partly: {label: {en: Partly achieved}, class: partly}\n"
                + "  not_achieved: {label: {en: Not achieved}, class: not_achieved}\n  unknown: {label: {en: Not known}, class: unknown}");
        line("closing_reasons:\n  completed: {en: Work completed}\n  client_withdrew: {en: Client asked to stop}\n  lost_contact: {en: No contact any more}");
        line("verification: {rule: always}\narchive_after_days: 90\nretention_years: 6");
        root.children().stream().filter(one -> !KNOWN.contains(one.name())).forEach(one -> left(one, "civi_unknown", one.name()));
        notes.sort(Comparator.comparing(note -> Integer.valueOf(note.place().substring("line ".length()))));
        notes.add(TypeProblem.of(CaseTypeFiles.YAML, "civi_added"));
    }

    /** A name as people read it: {@code housing_support} is Housing support. */
    private static String readable(String name) {
        var words = name.replace('_', ' ').strip();
        return name.contains(" ") || words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void roles() {
        var given = root.all("CaseRoles", "RelationshipType");
        var creator = given.stream().filter(role -> role.flag("creator")).findFirst().or(() -> given.stream().findFirst());
        var manager = given.stream().filter(role -> role.flag("manager") && creator.filter(one -> one == role).isEmpty()).findFirst();
        line("roles:");
        if (creator.isEmpty()) {
            owner = "caseworker";
            line("  - {key: caseworker, label: {en: Caseworker}, owner: true}");
            left(root, "civi_no_owner");
        }
        for (var role : given.stream().limit(MOST).toList()) {
            var name = role.text("name");
            if (name.isEmpty() || roles.containsKey(name)) {
                left(role, "civi_twice", name);
                continue;
            }
            var key = key(name, roles.values());
            roles.put(name, key);
            boolean isOwner = creator.filter(one -> one == role).isPresent();
            boolean supervises = manager.filter(one -> one == role).isPresent();
            owner = isOwner ? key : owner;
            line("  - {key: " + key + ", label: " + label(name) + (isOwner ? ", owner: true" : "") + (supervises ? ", supervisor: true" : "") + "}");
            role.all("groups").forEach(groups -> left(groups, "civi_groups", name));
        }
        if (manager.isEmpty()) {
            line("  - {key: " + key("supervisor", roles.values()) + ", label: {en: Supervisor}, supervisor: true}");
            left(creator.orElse(root), "civi_no_supervisor");
        }
    }

    private void stages() {
        var stages = new LinkedHashMap<String, String>();
        for (var status : root.all("statuses", "status").stream().limit(MOST).toList()) {
            if (status.text().toLowerCase(Locale.ROOT).matches(".*(closed|resolved).*")) {
                left(status, "civi_closed", status.text());
            } else if (!status.text().isEmpty() && !stages.containsKey(status.text())) {
                stages.put(status.text(), key(status.text(), stages.values()));
            }
        }
        if (stages.isEmpty()) {
            stages.put("Open", "open");
        }
        line("stages:");
        var first = stages.values().iterator().next();
        stages.forEach((name, key) -> line("  - {key: " + key + ", label: " + label(name) + (key.equals(first) ? ", initial: true" : "") + "}"));
        line("moves:");
        stages.values().stream().filter(_ -> stages.size() > 1).forEach(key -> line("  " + key + ": ["
                + stages.values().stream().filter(other -> !other.equals(key)).collect(Collectors.joining(", ")) + "]"));
        if (stages.size() == 1) {
            yaml.setLength(yaml.length() - "moves:\n".length());
            line("moves: {}");
        }
    }

    private void timeline() {
        var keys = new ArrayList<String>();
        var steps = new ArrayList<String>();
        for (var set : root.all("ActivitySets", "ActivitySet")) {
            boolean chain = set.flag("sequence");
            if (!chain && !set.flag("timeline")) {
                left(set, "civi_set", set.text("name"));
                continue;
            }
            if (!chain && !set.text("name").equals("standard_timeline")) {
                left(set, "civi_by_hand", set.text("label"));
            }
            var byName = new HashMap<String, String>();
            var before = "";
            for (var type : set.all("ActivityTypes", "ActivityType").stream().limit(MOST).toList()) {
                if (type.text("name").equals(OPENED) || type.text("name").isEmpty()) {
                    continue;
                }
                var key = key(type.text("name"), keys);
                keys.add(key);
                steps.add("  - {key: " + key + ", label: " + label(type.text("name")) + ", kind: " + kind(type.text("name")) + ", role: " + role(type)
                        + (chain ? before.isEmpty() ? "" : ", after: " + before + ", anchor: done" : hangs(type, byName)) + "}");
                byName.put(type.text("name"), key);
                before = key;
                type.children().stream().filter(one -> !KNOWN_OF_STEP.contains(one.name())).forEach(one -> left(one, "civi_unknown", one.name()));
            }
        }
        if (!steps.isEmpty()) {
            line("timeline:");
            steps.forEach(this::line);
        }
    }

    private String hangs(CiviElement type, Map<String, String> byName) {
        var on = type.text("reference_activity");
        var offset = type.text("reference_offset");
        boolean opened = on.isEmpty() || on.equals(OPENED);
        if (!opened && !byName.containsKey(on)) {
            left(type, "civi_reference", type.text("name"), on);
        }
        if (!offset.isEmpty() && !offset.matches("-?\\d{1,4}")) {
            left(type, "civi_offset", type.text("name"), offset);
        }
        if (!type.text("reference_select").isEmpty() && !type.text("reference_select").equals("newest")) {
            left(type, "civi_select", type.text("name"), type.text("reference_select"));
        }
        if (!type.text("status").isEmpty() && !type.text("status").equals("Scheduled")) {
            left(type, "civi_status", type.text("name"), type.text("status"));
        }
        return (opened || !byName.containsKey(on) ? "" : ", after: " + byName.get(on)) + (offset.matches("-?\\d{1,4}") ? ", offset: " + offset + "d" : "");
    }

    private String role(CiviElement type) {
        var named = type.text("default_assignee_relationship");
        if (!named.isEmpty() && !roles.containsKey(named) || named.isEmpty() && !type.text("default_assignee_type").isEmpty()) {
            left(type, "civi_assignee", type.text("name"));
        }
        return roles.getOrDefault(named, owner);
    }

    private static String kind(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.contains("phone") || small.contains("call") ? "call"
                : small.contains("visit") ? "visit"
                : small.contains("meeting") || small.contains("interview") ? "appointment"
                : small.contains("follow") ? "followup" : "task";
    }

    private void services() {
        var services = new LinkedHashMap<String, String>();
        for (var type : root.all("ActivityTypes", "ActivityType").stream().limit(MOST).toList()) {
            if (!OWN.contains(type.text("name")) && !type.text("name").isEmpty() && !services.containsKey(type.text("name"))) {
                services.put(type.text("name"), key(type.text("name"), services.values()));
            }
            if (!OWN.contains(type.text("name"))) {
                type.all("max_instances").forEach(most -> left(most, "civi_most", type.text("name"), most.text()));
            }
        }
        if (services.isEmpty()) {
            services.put("Information", "information");
        }
        line("services:");
        services.forEach((name, key) -> line("  " + key + ": " + label(name)));
        line("service_levels: [" + String.join(", ", services.values()) + "]");
    }

    private void left(CiviElement at, String key, Object... arguments) {
        if (notes.size() < MOST) {
            notes.add(TypeProblem.of("line " + at.line(), key, arguments));
        }
    }

    /** A key made of a name, which none of these is. */
    private static String key(String name, Collection<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
        var key = plain.isEmpty() ? "one" : plain.substring(0, Math.min(plain.length(), 22)).replaceAll("_+$", "");
        var free = key;
        for (int i = 2; taken.contains(free); i++) {
            free = key + "_" + i;
        }
        return free;
    }

    private static String label(String text) {
        return "{en: \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
