package org.haki.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FigureMailRepository {

    /** A member of staff, before her organisation is known. */
    record Whose(UUID org, UUID person) {}

    private final JdbcClient jdbc;

    FigureMailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> every() {
        return jdbc.sql("select every from haki.figure_mail where org_id = haki.org() and person_id = haki.person()").query(String.class).optional();
    }

    void ask(String every, LocalDate toldUntil) {
        jdbc.sql("""
                        insert into haki.figure_mail (org_id, person_id, every, told_until) values (haki.org(), haki.person(), :every, :until)
                        on conflict (org_id, person_id) do update set every = :every, told_until = :until""")
                .param("every", every)
                .param("until", toldUntil)
                .update();
    }

    void leave(UUID person) {
        jdbc.sql("delete from haki.figure_mail where org_id = haki.org() and person_id = :person").param("person", person).update();
    }

    /** The hash of a link that ends the mails of this person. */
    void makeEnd(UUID person, byte[] hash, Instant at) {
        jdbc.sql("select hub.figure_mail_end_make(:person, :hash, :at)")
                .param("person", person)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((_, _) -> null)
                .list();
    }

    /** Whose mails the link of this hash ends. */
    Optional<Whose> endOf(byte[] hash) {
        return jdbc.sql("select org_id, login_id from hub.figure_mail_end_of(:hash)")
                .param("hash", hash)
                .query((row, _) -> new Whose(row.getObject("org_id", UUID.class), row.getObject("login_id", UUID.class)))
                .optional();
    }

    /** Those who ask for these mails and were not yet told of the days up to this one; from now on they were. */
    List<UUID> due(String every, LocalDate until) {
        return jdbc.sql("""
                        update haki.figure_mail set told_until = :until
                        where org_id = haki.org() and every = :every and told_until < :until returning person_id""")
                .param("every", every)
                .param("until", until)
                .query(UUID.class)
                .list();
    }
}
