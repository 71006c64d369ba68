package org.haki.surveys;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked how it was, after her case was closed; never what she answered. */
@Repository
class AskedRepository {

    /** How many were asked, and how many of them answered. */
    record Rate(int asked, int answered) {}

    private final JdbcClient jdbc;

    AskedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** She is asked, or asked again where she did not answer; 0 where she did. */
    int ask(UUID caseId, UUID survey, LocalDate on, byte[] token) {
        return jdbc.sql("""
                        insert into haki.survey_asked (org_id, case_id, survey_id, asked_on, token_hash)
                        values (haki.org(), :case, :survey, :on, :token)
                        on conflict (org_id, case_id) do update set survey_id = excluded.survey_id, asked_on = excluded.asked_on,
                            token_hash = excluded.token_hash where not survey_asked.answered""")
                .param("case", caseId)
                .param("survey", survey)
                .param("on", on)
                .param("token", token)
                .update();
    }

    /** Whether she answered. */
    boolean isAnswered(UUID caseId) {
        return jdbc.sql("select exists (select from haki.survey_asked where org_id = haki.org() and case_id = :case and answered)")
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    /** Whether this token still asks somebody. */
    boolean isAsked(byte[] token) {
        return jdbc.sql("select exists (select from haki.survey_asked where org_id = haki.org() and token_hash = :token and not answered)")
                .param("token", token)
                .query(Boolean.class)
                .single();
    }

    /** She answered; 0 where this token asks nobody any more. */
    int answer(byte[] token) {
        return jdbc.sql("update haki.survey_asked set answered = true, token_hash = null where org_id = haki.org() and token_hash = :token")
                .param("token", token)
                .update();
    }

    Rate rate(UUID survey) {
        return jdbc.sql("""
                        select count(*) as asked, count(*) filter (where answered) as answered from haki.survey_asked
                        where org_id = haki.org() and survey_id = :survey""")
                .param("survey", survey)
                .query((row, _) -> new Rate(row.getInt("asked"), row.getInt("answered")))
                .single();
    }
}
