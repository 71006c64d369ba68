package org.haki.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haki.kernel.Errors;

/**
 * Somebody new, or somebody who works here.
 *
 * @param account {@code null} for somebody new
 * @param own     whether it is the administrator's own account, whose roles another one changes
 */
public record AccountPage(
        Account account, PersonForm said, List<String> roles, List<Office> offices, boolean own, Errors errors) {

    private static final int FEW = 6;

    /** A role in one office; its value is {@code role@office}. */
    public record Held(String value, String role, String office) {}

    /** Whether a table of roles and offices can be read. */
    public boolean hasFewOffices() {
        return offices.size() <= FEW;
    }

    /** The roles in one office each that are chosen already. */
    public List<Held> inOneOffice() {
        return said.roles().stream().flatMap(value -> offices.stream()
                        .filter(office -> value.endsWith("@" + office.id()))
                        .map(office -> new Held(value, value.substring(0, value.indexOf('@')), office.name())))
                .toList();
    }

    /** The offices by region; those without one under "". */
    public Map<String, List<Office>> byRegion() {
        return offices.stream().collect(Collectors.groupingBy(
                office -> office.region() == null ? "" : office.region(), TreeMap::new, Collectors.toList()));
    }

    public int version() {
        return account == null ? 0 : account.version();
    }

    public String action() {
        return account == null ? "/settings/people" : "/settings/people/" + account.id();
    }
}
