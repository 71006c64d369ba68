package org.haki.operations;

import java.util.List;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.audit.AuditChain;
import org.haki.kernel.Command;
import org.springframework.stereotype.Component;

/** {@code bin/haki audit verify}: proves every organisation's trail and names the first broken entry of each. */
@Component("audit verify")
class VerifyCommand implements Command {

    private final Organisations organisations;
    private final AuditChain chain;

    VerifyCommand(Organisations organisations, AuditChain chain) {
        this.organisations = organisations;
        this.chain = chain;
    }

    @Override
    public int run(List<String> arguments) {
        boolean whole = true;
        for (var organisation : organisations.all()) {
            var proof = chain.verify(organisation.id());
            whole &= proof.broken().isEmpty();
            System.out.println(organisation.slug() + ": " + told(organisation, proof));
        }
        return whole ? 0 : 1;
    }

    private static String told(Organisation organisation, AuditChain.Proof proof) {
        return proof.broken()
                .map(broken -> "entry " + broken.seq() + switch (broken.wrong()) {
                    case CHANGED -> " was changed, or the list of cases it showed";
                    case MISSING -> " is missing";
                    case REORDERED -> " is not the one that was written there; it stands at another place";
                    case TRUNCATED -> " and all after it are missing";
                    case ADDED -> " was added behind the end of the trail";
                    case END_CHANGED -> " is the last one, but the end of the trail was changed";
                } + ". The " + proof.length() + " before are whole.")
                .orElseGet(() -> proof.length() + " entries, whole; the trail ends with " + proof.end());
    }
}
