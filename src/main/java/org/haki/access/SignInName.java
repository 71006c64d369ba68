package org.haki.access;

import java.util.Locale;
import java.util.regex.Pattern;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** The name somebody signs in with: not an e-mail address, the same in capitals or not, of any script. */
final class SignInName {

    private static final Pattern FIT = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{1,39}");

    private SignInName() {}

    /** The name as it is kept; empty for nothing. */
    static String folded(String typed) {
        return typed == null ? "" : Text.clean(typed).toLowerCase(Locale.ROOT);
    }

    static Errors errors(String field, String typed) {
        return new Errors().unless(FIT.matcher(folded(typed)).matches(), field, "SignInName.unfit");
    }
}
