package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(2048, 2);

    @Test
    void a_password_is_recognised_and_another_is_not() {
        var hash = passwords.hash("a long and lonely road");
        assertThat(passwords.match("a long and lonely road", hash)).isTrue();
        assertThat(passwords.match("a long and lonely rood", hash)).isFalse();
    }

    @Test
    void whoever_types_a_name_that_nobody_has_waits_for_the_same_work() {
        var hash = passwords.hash("a long and lonely road");
        assertThat(shape(Passwords.nobodys(2048, 2))).isEqualTo(shape(hash)).startsWith("$argon2id$v=19$m=2048,t=2,p=1$");
        assertThat(Passwords.nobodys(2048, 2)).isNotEqualTo(Passwords.nobodys(2048, 2));
        assertThat(passwords.match("a long and lonely road", null)).isFalse();
    }

    @Test
    void passwords_that_are_checked_at_once_never_take_more_than_half_of_the_memory() {
        assertThat(Passwords.atOnce(65_536, 384L << 20)).isEqualTo(3);
        assertThat(Passwords.atOnce(65_536, 4096L << 20)).isEqualTo(4);
        assertThat(Passwords.atOnce(65_536, 64L << 20)).isEqualTo(1);
    }

    /** What decides how much work a comparison is: all but the letters of salt and hash. */
    private static String shape(String hash) {
        var parts = hash.split("\\$");
        return String.join("$", "", parts[1], parts[2], parts[3], Integer.toString(parts[4].length()), Integer.toString(parts[5].length()));
    }
}
