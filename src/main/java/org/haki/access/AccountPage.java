package org.haki.access;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * Somebody new, or somebody who works here.
 *
 * @param account {@code null} for somebody new
 * @param own     whether it is the administrator's own account, whose roles another one changes
 */
public record AccountPage(
        Account account, PersonForm said, List<String> roles, List<Office> offices, boolean own, Errors errors) {

    public int version() {
        return account == null ? 0 : account.version();
    }

    public String action() {
        return account == null ? "/settings/people" : "/settings/people/" + account.id();
    }
}
