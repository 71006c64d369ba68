package org.haki.portal;

import java.util.Objects;
import java.util.UUID;

/**
 * What a public form carries besides its words.
 *
 * @param topic     a field that no person sees: whoever fills it is a machine
 * @param challenge see {@link ProofOfWork}
 */
public record Sending(String op, String topic, String challenge, String nonce) {

    public Sending {
        op = Objects.requireNonNullElse(op, "");
        topic = Objects.requireNonNullElse(topic, "");
        challenge = Objects.requireNonNullElse(challenge, "");
        nonce = Objects.requireNonNullElse(nonce, "");
    }

    boolean byMachine() {
        return !topic.isEmpty();
    }

    /** The operation of the form; a form without one gets its own rather than a refusal. */
    UUID operation(UUID own) {
        try {
            return UUID.fromString(op);
        } catch (IllegalArgumentException noneOfOurs) {
            return own;
        }
    }
}
