package org.haki.cases;

import java.util.List;

/**
 * A decision of the client about one purpose.
 *
 * @param purpose  one of {@link #PURPOSES}
 * @param decision one of {@link #DECISIONS}
 * @param method   how she said it, one of {@link #METHODS}, or "" where she was not asked
 * @param byWhom   who decided, one of {@link #DECIDERS}, or ""
 * @param assent   the word of whoever may be a child, one of {@link #ASSENTS}, or ""
 * @param witness  who witnessed it, or ""
 * @param language the language in which she was asked
 */
public record Decision(
        String purpose, String decision, String method, String byWhom, String assent, String witness, String language) {

    public static final List<String> PURPOSES = List.of("services", "reporting", "followup");
    public static final List<String> DECISIONS = List.of("given", "refused", "not_yet_asked", "withdrawn");
    public static final List<String> METHODS = List.of("signature", "thumbprint", "verbal_witnessed", "verbal_phone", "electronic");
    public static final List<String> DECIDERS = List.of("self", "caregiver", "guardian", "best_interest");
    /** A child's own word where somebody else decides; or, where the age is not known, that she is of age. */
    public static final List<String> ASSENTS = List.of("yes", "no", "too_young", "of_age");

    /** The version of the consent text that staff read out; written beside each decision. */
    static final int TEXT_VERSION = 1;

    /** Without a witness, of somebody who is no child. */
    public Decision(String purpose, String decision, String method, String byWhom, String language) {
        this(purpose, decision, method, byWhom, "", "", language);
    }

    public static Decision notYetAsked(String purpose, String language) {
        return new Decision(purpose, "not_yet_asked", "", "", language);
    }
}
