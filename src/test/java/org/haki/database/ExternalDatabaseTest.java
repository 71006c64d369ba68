package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL that somebody else looks after, by two addresses. */
class ExternalDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void one_address_without_the_other_is_refused() {
        refused(DATABASE.url(), "", "HAKI_DATABASE_OWNER_URL is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://host/haki", "jdbc:postgresql://127.0.0.1/haki", "jdbc:mysql://127.0.0.1/haki?user=x", "haki"})
    void an_address_of_another_kind_or_without_a_user_is_refused(String address) {
        refused(address, DATABASE.ownerUrl(), "HAKI_DATABASE_URL is not an address that Haki can use");
    }

    @Test
    void a_wrong_password_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> Database.external(DATABASE.url() + "wrong", DATABASE.ownerUrl()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not let in the user of HAKI_DATABASE_URL")
                .hasMessageNotContaining("password=")
                .hasNoCause();
    }

    @Test
    void a_database_that_is_not_there_is_refused() {
        refused(DATABASE.url().replaceFirst("/test_\\d+", "/nowhere"), DATABASE.ownerUrl(), "does not have the database that HAKI_DATABASE_URL names");
    }

    @Test
    void a_server_that_does_not_answer_is_refused() {
        refused(DATABASE.url(), DATABASE.ownerUrl().replaceFirst(":\\d+/", ":1/"), "does not answer at the address in HAKI_DATABASE_OWNER_URL");
    }

    @Test
    void with_two_right_addresses_both_doors_open_and_nothing_is_stopped_at_the_end() throws SQLException {
        try (var database = Database.external(DATABASE.url(), DATABASE.ownerUrl())) {
            try (var app = database.application().getConnection(); var owner = database.connectAsOwner()) {
                assertThat(app.getMetaData().getUserName()).isEqualTo("haki_app");
                assertThat(owner.getMetaData().getUserName()).isEqualTo("haki_owner");
            }
        }
        try (var still = DATABASE.app().getConnection()) {
            assertThat(still.isValid(1)).isTrue();
        }
    }

    private static void refused(String url, String ownerUrl, String sentence) {
        assertThatThrownBy(() -> Database.external(url, ownerUrl)).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
