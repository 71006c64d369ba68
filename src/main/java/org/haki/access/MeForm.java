package org.haki.access;

import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** One's own name, e-mail address and language. */
public record MeForm(String name, String email, String language) {

    Errors errors() {
        return new Errors()
                .unless(!Text.blank(name) && name.length() <= 120, "name", "PersonForm.name")
                .unless(isEmail(email), "email", "PersonForm.email")
                .unless(FoundOrganisation.isLanguage(language), "language", "FoundOrganisation.language");
    }

    String emailOrNull() {
        return Text.blank(email) ? null : email;
    }

    /** Whether it may be an address; nothing is fine as well. */
    static boolean isEmail(String typed) {
        return Text.blank(typed) || typed.length() <= 200 && typed.matches("[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\]+\\.[^\\s@<>\",;:\\\\.]+");
    }
}
