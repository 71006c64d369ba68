package org.haki.operations;

import java.util.List;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.haki.vault.KeyRotation;
import org.springframework.stereotype.Component;

/** {@code bin/haki keys rotate root|data|search}: new keys for old; what was interrupted goes on. */
@Component("keys rotate")
class RotateCommand implements Command {

    private final Organisations organisations;
    private final KeyRotation rotation;

    RotateCommand(Organisations organisations, KeyRotation rotation) {
        this.organisations = organisations;
        this.rotation = rotation;
    }

    @Override
    public int run(List<String> arguments) {
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "root" -> {
                int keys = rotation.root();
                System.out.println("A new root key wraps " + keys + " keys of organisations. Print its recovery sheet now: bin/haki keys sheet."
                        + " The key before stays in the keys folder under its date: backups made until today need it.");
            }
            case "data" -> organisations.all().forEach(each -> tell(each, rotation.data(organisations.system(each.id()))));
            case "search" -> organisations.all().forEach(each -> tell(each, rotation.search(organisations.system(each.id()))));
            default -> throw new Refusal("Say which keys: bin/haki keys rotate root, bin/haki keys rotate data or bin/haki keys rotate search.");
        }
        return 0;
    }

    private static void tell(Organisation organisation, KeyRotation.Outcome outcome) {
        System.out.println(organisation.slug() + ": " + outcome.done() + " came over to version " + outcome.version()
                + (outcome.left() > 0 ? ", " + outcome.left() + " stay under the old one" : "")
                + (outcome.retired() ? ". No older version is kept." : ". Run it again in an hour: then the old version goes."));
    }
}
