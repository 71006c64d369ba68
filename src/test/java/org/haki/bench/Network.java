package org.haki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.haki.Everything;
import org.haki.Visitor;
import org.haki.access.Accounts;
import org.haki.access.Organisations;
import org.haki.kernel.Actor;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A filled network, as a file beside its database says; what is not there was not filled to its end.
 *
 * @param first  the first cases, made through the services, have this id or a later one; copies have earlier ones
 * @param advice an organisation whose cases have a sheet
 */
record Network(int cases, UUID first, List<House> houses, House advice) {

    /** An organisation, and the ids of who works there. */
    record House(UUID organisation, UUID office, UUID supervisor, UUID operator, List<UUID> workers) {}

    static final String FILE = "network.json";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Somebody at work who can sign in. */
    record Staff(ApplicationContext haki, Actor actor, String signInName) {

        UUID id() {
            return actor.person();
        }

        /** At the front door of the Haki of this test; what it keeps is known to every Haki on the same database. */
        Visitor signedIn() {
            var seed = new byte[20];
            RANDOM.nextBytes(seed);
            var card = haki.getBean(Accounts.class).equip(actor, "Words that nobody else has", seed);
            var visitor = new Visitor(haki.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            visitor.fill("/sign-in", "/sign-in", "name", signInName, "password", "Words that nobody else has");
            var opened = visitor.fill("/sign-in/code", "/sign-in/code", "code", card.getFirst());
            if (opened.status() != 303) {
                throw new IllegalStateException(signInName + " could not sign in: " + opened.text());
            }
            return visitor;
        }
    }

    static Network in(Path folder) throws IOException {
        return Files.exists(folder.resolve(FILE)) ? JsonMapper.shared().readValue(Files.readString(folder.resolve(FILE)), Network.class) : null;
    }

    Network keptIn(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), JsonMapper.shared().writeValueAsString(this));
        return this;
    }

    /** This member of staff of this organisation. */
    static Staff staff(ApplicationContext haki, House house, UUID id) {
        var organisations = haki.getBean(Organisations.class);
        var name = Everything.in(haki).list("select sign_in_name from hub.login where org_id = :org and id = '" + id + "'", organisations.of(house.organisation()));
        return new Staff(haki, haki.getBean(Accounts.class).actor(organisations.system(house.organisation()), id), name.getFirst());
    }
}
