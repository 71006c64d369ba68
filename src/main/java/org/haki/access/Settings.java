package org.haki.access;

import org.haki.kernel.Actor;
import org.springframework.stereotype.Service;

/** What an organisation sets up before its first case, and how far it is. */
@Service
public class Settings {

    private final Organisations organisations;
    private final Accounts accounts;
    private final Networks networks;
    private final Directory directory;
    private final Rights rights;

    Settings(Organisations organisations, Accounts accounts, Networks networks, Directory directory, Rights rights) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.networks = networks;
        this.directory = directory;
        this.rights = rights;
    }

    SettingsPage of(Actor actor) {
        var people = accounts.all(actor).stream().filter(Account::active).toList();
        return new SettingsPage(
                organisations.of(actor.org()),
                people,
                organisations.offices(actor),
                rights.rolesWith("intake.see"),
                networks.mine(actor).orElse(null),
                directory.own(actor).size());
    }

    /** Whether the recovery sheet was typed back. */
    public boolean isReady(Actor actor) {
        return organisations.of(actor.org()).ready();
    }

    /** How many things are still to be done. */
    public int left(Actor actor) {
        var page = of(actor);
        return page.steps() - page.done();
    }
}
