package org.haki.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an administrator sees to, and what of it is still to do before the first case. Each line ticks itself from how
 * things stand.
 *
 * @param people   everybody who works here now
 * @param desk     the roles that read reports
 * @param network  the network the organisation is in; {@code null} for none
 * @param services how many lines it has in the directory
 */
public record SettingsPage(
        Organisation organisation, List<Account> people, List<Office> offices, Set<String> desk, Network network, int services) {

    public boolean hasNumbers() {
        return !organisation.publicPage().numbers().isEmpty();
    }

    public boolean hasPeople() {
        return people.size() > 1;
    }

    /** The first office in which nobody reads reports; {@code null} where there is none. */
    public Office unattended() {
        return offices.stream().filter(office -> people.stream().noneMatch(person -> reads(person, office))).findFirst().orElse(null);
    }

    public int steps() {
        return (int) things().count();
    }

    public int done() {
        return (int) things().filter(done -> done).count();
    }

    private Stream<Boolean> things() {
        var alone = Stream.of(organisation.ready(), !offices.isEmpty(), hasPeople(), hasNumbers(), unattended() == null);
        return network == null ? alone : Stream.concat(alone, Stream.of(services > 0));
    }

    private boolean reads(Account person, Office office) {
        return person.memberships().stream()
                .filter(membership -> membership.office() == null || Objects.equals(membership.office(), office.id()))
                .anyMatch(membership -> desk.contains(membership.role()));
    }
}
