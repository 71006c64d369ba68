package org.haki.cases;

import java.util.List;

/**
 * A decision of the client about one purpose.
 *
 * @param purpose  one of {@link #PURPOSES}
 * @param decision one of {@link #DECISIONS}
 * @param method   how she said it, one of {@link #METHODS}, or "" where she was not asked
 * @param byWhom   who decided, one of {@link #DECIDERS}, or ""
 * @param language the language in which she was asked
 */
public record Decision(String purpose, String decision, String method, String byWhom, String language) {

    public static final List<String> PURPOSES = List.of("services", "reporting", "followup");
    public static final List<String> DECISIONS = List.of("given", "refused", "not_yet_asked", "withdrawn");
    public static final List<String> METHODS = List.of("signature", "thumbprint", "verbal_witnessed", "verbal_phone", "electronic");
    public static final List<String> DECIDERS = List.of("self", "caregiver", "guardian", "best_interest");

    /** The version of the consent text that staff read out; written beside each decision. */
    static final int TEXT_VERSION = 1;

    public static Decision notYetAsked(String purpose, String language) {
        return new Decision(purpose, "not_yet_asked", "", "", language);
    }
}
