package org.haki.access;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;

/**
 * Somebody who works here, as the administrator types it.
 *
 * @param roles    each as {@code role@office}, the office empty for every one
 * @param inRole   roles chosen one by one, where there are many offices; they are among {@code roles}, too
 * @param inOffice the office of each of these
 */
public record PersonForm(
        String name, String signInName, String email, String language, List<String> roles, List<String> inRole, List<String> inOffice) {

    public PersonForm {
        inRole = inRole == null ? List.of() : List.copyOf(inRole);
        inOffice = inOffice == null ? List.of() : List.copyOf(inOffice);
        roles = Stream.concat(roles == null ? Stream.of() : roles.stream(), pairs(inRole, inOffice)).distinct().toList();
    }

    static PersonForm blank(String language) {
        return new PersonForm("", "", "", language, List.of(), null, null);
    }

    static PersonForm of(Account account) {
        return new PersonForm(
                account.name(),
                account.signInName(),
                account.email(),
                account.language(),
                account.memberships().stream().map(PersonForm::written).toList(),
                null,
                null);
    }

    Errors errors(boolean fresh, boolean own) {
        var errors = new Errors().unless(!Text.blank(name) && name.length() <= 120, "name", "PersonForm.name");
        if (fresh) {
            errors.addAll(SignInName.errors("signInName", signInName));
        }
        return errors.unless(MeForm.isEmail(email), "email", "PersonForm.email")
                .unless(FoundOrganisation.isLanguage(language), "language", "FoundOrganisation.language")
                .unless(own || !roles.isEmpty(), "roles", "PersonForm.roles")
                .unless(IntStream.range(0, inRole.size()).noneMatch(i -> inRole.get(i).isEmpty() != at(inOffice, i).isEmpty()),
                        "roles", "PersonForm.roles.both");
    }

    NewPerson person(Rights rights, List<Office> offices) {
        var memberships = roles.stream().distinct().map(role -> read(role, rights, offices)).toList();
        return new NewPerson(signInName, name, Text.blank(email) ? null : email, language, memberships);
    }

    private static Stream<String> pairs(List<String> roles, List<String> offices) {
        return IntStream.range(0, roles.size())
                .filter(i -> !roles.get(i).isEmpty() && !at(offices, i).isEmpty())
                .mapToObj(i -> roles.get(i) + "@" + offices.get(i));
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : "";
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
