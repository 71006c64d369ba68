package org.haki.access;

import java.util.List;
import org.haki.kernel.Command;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code bin/haki admin reset [NAME]}: on the host, lets an administrator who is locked out begin anew. */
@Component("admin reset")
class AdminReset implements Command {

    private final AccountRepository accounts;
    private final Accounts people;
    private final Organisations organisations;
    private final TransactionTemplate transaction;
    private final String publicUrl;

    AdminReset(
            AccountRepository accounts,
            Accounts people,
            Organisations organisations,
            TransactionTemplate transaction,
            @Value("${haki.public-url}") String publicUrl) {
        this.accounts = accounts;
        this.people = people;
        this.organisations = organisations;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
    }

    @Override
    public int run(List<String> arguments) {
        var administrators = transaction.execute(_ -> accounts.administrators());
        var wanted = arguments.isEmpty() ? "" : SignInName.folded(arguments.getFirst());
        var found = administrators.stream().filter(one -> one.signInName().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            System.out.println(administrators.isEmpty() ? "There is no administrator yet." : "Administrators, by sign-in name:");
            administrators.forEach(one ->
                    System.out.println("  " + one.signInName() + " (" + one.name() + ", " + one.organisation() + ")"));
            System.out.println("bin/haki admin reset NAME gives one of them a new code.");
            return arguments.isEmpty() ? 0 : 1;
        }
        var administrator = found.get();
        var code = people.handOver(organisations.system(administrator.org()), administrator.id(), false);
        System.out.println("""
                Password, second factor and sessions of %s are gone. Within seven days, at %s/welcome,
                the sign-in name and this code let %s begin anew, once:
                %s""".formatted(administrator.signInName(), publicUrl, administrator.name(), code));
        return 0;
    }
}
