package org.haki.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of subjects and the forms of words, found by equality only. */
@Repository
class SearchRepository {

    /** A form under which a word is found. */
    record Form(long form, long token) {}

    /** A hashed token to look for; see {@link SearchTokens.Asked}. */
    record Question(long token, int part, int own, int form) {}

    private final JdbcClient jdbc;

    SearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertTokens(UUID org, UUID subject, String kind, int version, Collection<Long> tokens) {
        jdbc.sql("""
                        insert into vault.search_token (org_id, token, subject_id, kind, version)
                        select :org, unnest(:tokens::bigint[]), :subject, :kind, :version""")
                .param("org", org)
                .param("tokens", tokens.toArray(Long[]::new))
                .param("subject", subject)
                .param("kind", kind)
                .param("version", version)
                .update();
    }

    /** Keeps the forms of words; in order, so that two who keep the same do not wait for each other in a circle. */
    void insertForms(UUID org, int version, List<Form> forms) {
        jdbc.sql("""
                        insert into vault.search_form (org_id, form, token, version)
                        select distinct :org::uuid, form, token, :version::int
                        from unnest(:forms::bigint[], :tokens::bigint[]) as f(form, token)
                        order by form, token
                        on conflict do nothing""")
                .param("org", org)
                .param("version", version)
                .param("forms", forms.stream().map(Form::form).toArray(Long[]::new))
                .param("tokens", forms.stream().map(Form::token).toArray(Long[]::new))
                .update();
    }

    void delete(UUID subject) {
        jdbc.sql("delete from vault.search_token where org_id = haki.org() and subject_id = :subject")
                .param("subject", subject)
                .update();
    }

    /** The subject and the forms of those of its words that nobody else bears. */
    void forget(UUID subject) {
        jdbc.sql("""
                        delete from vault.search_form f
                        where f.org_id = haki.org()
                          and f.token in (select t.token from vault.search_token t
                                          where t.org_id = haki.org() and t.subject_id = :subject)
                          and not exists (select from vault.search_token other
                                          where other.org_id = haki.org() and other.token = f.token
                                            and other.subject_id <> :subject)""")
                .param("subject", subject)
                .update();
        delete(subject);
    }

    /**
     * The subjects with any of these, each with the mean over the parts of the best that speaks for each part. Among equals
     * those come first who share what few bear.
     */
    List<Match> find(String kind, List<Question> questions, long parts, int limit) {
        return jdbc.sql("""
                        with asked as materialized (
                            select * from unnest(:tokens::bigint[], :parts::int[], :owns::int[], :forms::int[])
                                as a(token, part, own, form)),
                        word as materialized (
                            select token, part, max(weight) as weight from (
                                select token, part, own as weight from asked where own > 0
                                union all
                                select f.token, a.part, a.form from asked a
                                join vault.search_form f on f.org_id = (select haki.org()) and f.form = a.token
                                where a.form > 0) w
                            group by token, part),
                        borne as (
                            select t.subject_id, w.part, w.weight, count(*) over (partition by t.token) as bearers
                            from word w
                            join vault.search_token t on t.org_id = (select haki.org()) and t.token = w.token
                            where t.kind = :kind),
                        spoken as (
                            select subject_id, part, max(weight) as best, min(bearers) as bearers from borne
                            group by subject_id, part)
                        select subject_id, sum(best) / :count as likeness from spoken
                        group by subject_id
                        order by sum(best) desc, min(bearers), subject_id desc
                        limit :limit""")
                .param("tokens", questions.stream().map(Question::token).toArray(Long[]::new))
                .param("parts", questions.stream().map(Question::part).toArray(Integer[]::new))
                .param("owns", questions.stream().map(Question::own).toArray(Integer[]::new))
                .param("forms", questions.stream().map(Question::form).toArray(Integer[]::new))
                .param("count", parts)
                .param("kind", kind)
                .param("limit", limit)
                .query((row, _) -> new Match(row.getObject("subject_id", UUID.class), row.getInt("likeness")))
                .list();
    }

    /** Subjects whose tokens are under an older search key, some at a time. */
    List<UUID> subjectsBefore(String kind, int version, UUID after, int limit) {
        return jdbc.sql("""
                        select distinct subject_id from vault.search_token
                        where org_id = haki.org() and subject_id > :after and kind = :kind and version < :version
                        order by subject_id
                        limit :limit""")
                .param("after", after)
                .param("kind", kind)
                .param("version", version)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    int countBefore(int version) {
        return jdbc.sql("""
                        select count(distinct subject_id) from vault.search_token
                        where org_id = haki.org() and version < :version""")
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    /** The forms of older search keys, once no subject needs them. */
    int deleteFormsBefore(int version) {
        return jdbc.sql("delete from vault.search_form where org_id = haki.org() and version < :version")
                .param("version", version)
                .update();
    }
}
