package org.haki.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to join the network, opened for its keeper.
 *
 * @param suspect      from a machine, or more than we can believe
 * @param state        waiting, approved, declined
 * @param decidedAt    {@code null} while it waits
 * @param reason       why it was declined, else ""
 * @param organisation what became of it, where it was approved; else {@code null}
 */
public record JoinRequest(
        UUID id, AskToJoin asked, boolean suspect, Instant cameAt, String state, Instant decidedAt, String reason, String organisation) {

    public boolean waiting() {
        return state.equals("waiting");
    }
}
