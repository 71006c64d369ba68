package org.haki.access;

/** What an administrator sees to, and what of it is still to do. */
public record SettingsPage(Organisation organisation, int people, int offices) {

    public boolean hasNumbers() {
        return !organisation.publicPage().numbers().isEmpty();
    }

    public boolean hasPeople() {
        return people > 1;
    }
}
