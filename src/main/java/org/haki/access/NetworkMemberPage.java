package org.haki.access;

import java.util.UUID;
import org.haki.kernel.Errors;

/**
 * An organisation of the network, for its keeper.
 *
 * @param own the keeper itself, which is not suspended
 */
public record NetworkMemberPage(NetworkMember member, UUID own, String reason, Errors errors) {

    public boolean isOwn() {
        return member.id().equals(own);
    }
}
