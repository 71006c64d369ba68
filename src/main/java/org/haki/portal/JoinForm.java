package org.haki.portal;

import java.util.UUID;
import org.haki.access.AskToJoin;
import org.haki.kernel.Errors;

/**
 * The form by which an organisation asks to join a network.
 *
 * @param keeper    the name of the organisation that keeps the network and answers
 * @param op        the operation of this form
 * @param challenge the work to do before sending, where too many come just now; else {@code null}
 * @param notTaken  whether it was sent and we could not take it just now
 */
public record JoinForm(
        String path,
        String keeper,
        AskToJoin said,
        Errors errors,
        UUID op,
        String challenge,
        int bits,
        boolean notTaken) {}
