package org.haki.access;

import java.util.List;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;

/**
 * Somebody who works here, as the administrator types it.
 *
 * @param roles each as {@code role@office}, the office empty for every one
 */
public record PersonForm(String name, String signInName, String email, String language, List<String> roles) {

    public PersonForm {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    static PersonForm blank() {
        return new PersonForm("", "", "", "en", List.of());
    }

    static PersonForm of(Account account) {
        return new PersonForm(
                account.name(),
                account.signInName(),
                account.email(),
                account.language(),
                account.memberships().stream().map(PersonForm::written).toList());
    }

    Errors errors(boolean fresh, boolean own) {
        var errors = new Errors().unless(!Text.blank(name) && name.length() <= 120, "name", "PersonForm.name");
        if (fresh) {
            errors.addAll(SignInName.errors("signInName", signInName));
        }
        return errors.unless(MeForm.isEmail(email), "email", "PersonForm.email")
                .unless(FoundOrganisation.isLanguage(language), "language", "FoundOrganisation.language")
                .unless(own || !roles.isEmpty(), "roles", "PersonForm.roles");
    }

    NewPerson person(Rights rights, List<Office> offices) {
        var memberships = roles.stream().distinct().map(role -> read(role, rights, offices)).toList();
        return new NewPerson(signInName, name, Text.blank(email) ? null : email, language, memberships);
    }

    static String written(Membership membership) {
        return membership.role() + "@" + (membership.office() == null ? "" : membership.office());
    }

    private static Membership read(String written, Rights rights, List<Office> offices) {
        var at = written.indexOf('@');
        var role = at < 0 ? "" : written.substring(0, at);
        UUID office = written.endsWith("@") ? null : Id.of(written.substring(at + 1));
        if (!rights.roles().contains(role) || office != null && offices.stream().noneMatch(one -> one.id().equals(office))) {
            throw Problem.notFound();
        }
        return new Membership(role, office);
    }
}
