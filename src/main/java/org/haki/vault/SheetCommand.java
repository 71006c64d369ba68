package org.haki.vault;

import java.util.List;
import org.haki.kernel.Command;
import org.springframework.stereotype.Component;

/** {@code bin/haki keys sheet}: prints the recovery sheet again, for whoever looks after the host. */
@Component("keys sheet")
class SheetCommand implements Command {

    private final Vault vault;

    SheetCommand(Vault vault) {
        this.vault = vault;
    }

    @Override
    public int run(List<String> arguments) {
        System.out.println("Recovery sheet. Whoever holds it can read everything: keep it in a safe, two copies in two places.");
        int number = 1;
        for (var line : vault.recoverySheet()) {
            System.out.println("  " + number++ + "  " + line);
        }
        return 0;
    }
}
