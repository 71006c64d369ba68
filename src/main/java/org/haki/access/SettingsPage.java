package org.haki.access;

/**
 * What an administrator sees to, and what of it is still to do.
 *
 * @param network the network the organisation is in; {@code null} for none
 */
public record SettingsPage(Organisation organisation, int people, int offices, Network network) {

    public boolean hasNumbers() {
        return !organisation.publicPage().numbers().isEmpty();
    }

    public boolean hasPeople() {
        return people > 1;
    }
}
