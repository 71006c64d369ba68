package org.haki.activities;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps of a timeline activities are, where a newer version of the case's type calls them otherwise. */
@Repository
class StepRepository {

    private final JdbcClient jdbc;

    StepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every step under its new name; '' is no step any more. In two goes, so that two may change places. */
    void rename(UUID caseId, Map<String, String> names) {
        jdbc.sql("""
                        update haki.activity a set step = case when n.name = '' then '' else '~' || n.name end, version = a.version + 1
                        from unnest(:from::text[], :to::text[]) as n (old, name)
                        where a.org_id = haki.org() and a.case_id = :case and a.step = n.old""")
                .param("from", names.keySet().toArray(String[]::new))
                .param("to", names.values().toArray(String[]::new))
                .param("case", caseId)
                .update();
        jdbc.sql("""
                        update haki.activity set step = substr(step, 2)
                        where org_id = haki.org() and case_id = :case and step like '~%'""")
                .param("case", caseId)
                .update();
    }

    /** What is planned of this step is needed as the type says now. */
    void mark(UUID caseId, String step, boolean required, boolean hard, boolean survives) {
        jdbc.sql("""
                        update haki.activity set required = :required, hard = :hard, survives = :survives, version = version + 1
                        where org_id = haki.org() and case_id = :case and step = :step and state = 'planned'""")
                .param("required", required)
                .param("hard", hard)
                .param("survives", survives)
                .param("case", caseId)
                .param("step", step)
                .update();
    }
}
