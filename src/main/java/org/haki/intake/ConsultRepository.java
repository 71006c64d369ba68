package org.haki.intake;

import static org.haki.intake.IntakeRepository.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsultRepository {

    /** Advice that was given. */
    record Given(UUID id, String topic, String service, String sex, Sealed advice) {}

    private final JdbcClient jdbc;

    ConsultRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID intake, GiveAdvice said, Sealed advice, Instant at, UUID by) {
        jdbc.sql("""
                        insert into haki.intake_consult
                            (org_id, id, intake_id, topic, service, sex, age_group, advice, at, by_person)
                        values (haki.org(), :id, :intake, :topic, :service, :sex, :age, :advice, :at, :by)""")
                .param("id", id)
                .param("intake", intake)
                .param("topic", said.topic())
                .param("service", said.service())
                .param("sex", said.sex())
                .param("age", said.ageGroup())
                .param("advice", advice.bytes())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    Optional<Given> of(UUID intake) {
        return jdbc.sql("select id, topic, service, sex, advice from haki.intake_consult where org_id = haki.org() and intake_id = :intake")
                .param("intake", intake)
                .query((row, _) -> new Given(row.getObject("id", UUID.class), row.getString("topic"), row.getString("service"),
                        row.getString("sex"), row.getBytes("advice") == null ? null : Sealed.of(row.getBytes("advice"))))
                .optional();
    }

    /** Says it anew where this report has a line in the register already; answers whether it had. */
    boolean change(UUID id, GiveAdvice said, Sealed advice, UUID by) {
        return jdbc.sql("""
                        update haki.intake_consult
                        set topic = :topic, service = :service, sex = :sex, age_group = :age, advice = :advice, by_person = :by
                        where org_id = haki.org() and id = :id""")
                .param("id", id)
                .param("topic", said.topic())
                .param("service", said.service())
                .param("sex", said.sex())
                .param("age", said.ageGroup())
                .param("advice", advice.bytes())
                .param("by", by)
                .update() > 0;
    }

    void erase(Collection<UUID> intakes) {
        jdbc.sql("update haki.intake_consult set advice = null where org_id = haki.org() and intake_id = any (:intakes)")
                .param("intakes", intakes.toArray(UUID[]::new))
                .update();
    }
}
