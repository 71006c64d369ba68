package org.haki.access;

import java.util.List;

/** Everybody who works here, for the administrator. */
public record StaffPage(List<Account> people, List<Office> offices) {

    public List<Account> working() {
        return people.stream().filter(Account::active).toList();
    }

    public List<Account> gone() {
        return people.stream().filter(person -> !person.active()).toList();
    }

    /** The name of an office; empty for every one. */
    public String office(Membership membership) {
        return offices.stream()
                .filter(office -> office.id().equals(membership.office()))
                .map(Office::name)
                .findFirst()
                .orElse("");
    }
}
