package org.haki.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.Everything;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Decision;
import org.haki.cases.StartCase;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two organisations with two offices each, their people as the model knows them, and the cases they have. */
final class PrivacyScene {

    /** The roles to which cases show themselves, and those that read them. */
    static final Set<String> SEE = Set.of("caseworker", "supervisor", "operator", "director");
    static final Set<String> READ = Set.of("caseworker", "supervisor");

    /** Somebody with the roles that she has now. */
    static final class Member {
        final Town.Person person;
        final Organisation org;
        List<Membership> roles;
        private Visitor visitor;

        Member(Town.Person person, Organisation org, Membership... roles) {
            this.person = person;
            this.org = org;
            this.roles = List.of(roles);
        }

        boolean has(Set<String> some, UUID office) {
            return roles.stream().anyMatch(one -> some.contains(one.role()) && (one.office() == null || one.office().equals(office)));
        }

        /** Her browser. */
        Visitor visitor() {
            if (visitor == null) {
                visitor = person.signedIn();
            }
            return visitor;
        }

        void signInAgain() {
            visitor = null;
        }
    }

    /** A case as the model knows it. */
    static final class Known {
        final CaseFile file;
        final Organisation org;
        final Member owner;
        final String name;
        final List<String> words = new ArrayList<>();
        boolean fenced;

        Known(CaseFile file, Organisation org, Member owner, String name, boolean fenced) {
            this.file = file;
            this.org = org;
            this.owner = owner;
            this.name = name;
            this.fenced = fenced;
        }
    }

    final ApplicationContext haki;
    final Town town;
    final Map<Organisation, List<Office>> offices = new HashMap<>();
    final List<Member> members = new ArrayList<>();
    final List<Known> cases = new ArrayList<>();
    private final Set<String> teams = new HashSet<>();
    /** Whose office and role change. */
    final Member kofi;
    /** A supervisor of one office, and never on a team by herself. */
    final Member nuru;
    final Member tomasz;

    PrivacyScene(ApplicationContext haki, Town town) {
        this.haki = haki;
        this.town = town;
        var organisations = haki.getBean(Organisations.class);
        var northgates = organisations.system(town.northgate.id());
        var southgate = new Office(organisations.addOffice(northgates, "Southgate"), "Southgate", null);
        offices.put(town.riverbend, List.of(town.mainDesk, town.oldbridge));
        offices.put(town.northgate, List.of(town.northgateOffice, southgate));
        var here = town.riverbend;
        var there = town.northgate;
        add(town.wanjiru, here, new Membership("caseworker", town.mainDesk.id()));
        add(town.mateo, here, new Membership("caseworker", town.oldbridge.id()));
        add(town.leila, here, Town.everywhere("supervisor"));
        add(town.fatou, here, Town.everywhere("operator"));
        add(town.ines, here, Town.everywhere("protection"));
        tomasz = add(town.tomasz, here, Town.everywhere("administrator"));
        nuru = add(town.person(here, "Nuru Hassan", "nuru", new Membership("supervisor", town.mainDesk.id())), here,
                new Membership("supervisor", town.mainDesk.id()));
        kofi = add(town.person(here, "Kofi Adjei", "kofi", new Membership("caseworker", town.oldbridge.id())), here,
                new Membership("caseworker", town.oldbridge.id()));
        add(town.person(there, "Maya Lama", "maya", new Membership("caseworker", town.northgateOffice.id())), there,
                new Membership("caseworker", town.northgateOffice.id()));
        add(town.person(there, "Gita Magar", "gita", new Membership("caseworker", southgate.id())), there, new Membership("caseworker", southgate.id()));
        add(town.prem, there, Town.everywhere("supervisor"), Town.everywhere("operator"));
        add(town.nadia, there, Town.everywhere("administrator"));
    }

    private Member add(Town.Person person, Organisation org, Membership... roles) {
        var member = new Member(person, org, roles);
        members.add(member);
        return member;
    }

    /** Who she is to Haki at this moment, as a request would find her. */
    Actor actor(Member member) {
        return haki.getBean(Accounts.class).actor(haki.getBean(Organisations.class).system(member.org.id()), member.person.id());
    }

    Member named(Town.Person person) {
        return members.stream().filter(one -> one.person == person).findFirst().orElseThrow();
    }

    /** What the rules say (P1, P3): her organisation, an office, and where it is kept to its team a place on that. */
    boolean sees(Member member, Known known) {
        return member.org == known.org && member.has(SEE, known.file.office()) && (!known.fenced || onTeam(member, known));
    }

    boolean onTeam(Member member, Known known) {
        return teams.contains(known.file.id() + " " + member.person.id());
    }

    /** Who is on which team now, as it lies in the table. */
    void gatherTeams() {
        teams.clear();
        offices.keySet().forEach(org -> teams.addAll(Everything.in(haki).list(
                "select case_id || ' ' || person_id from haki.case_team where org_id = :org and (until is null or until > now())", org)));
    }

    /** A supervisor opens a case in this office for this owner; her client, or whoever decides for her, has agreed. */
    void open(Organisation org, Office office, Member owner, String name, String age, String byWhom, boolean fenced) {
        var opener = actor(named(org == town.riverbend ? town.leila : town.prem));
        var her = new Identity(name, List.of(), List.of(), null, "female", age, "", SafeContact.UNKNOWN, "");
        var assent = byWhom.equals("caregiver") ? "yes" : "";
        var decisions = List.of("services", "reporting").stream()
                .map(purpose -> new Decision(purpose, "given", "verbal_phone", byWhom, assent, "", "en")).toList();
        var file = haki.getBean(Work.class).as(opener, "case.open", () -> haki.getBean(CaseFiles.class).start(opener, new StartCase(
                Code.next(), office.id(), null, haki.getBean(Persons.class).register(opener, her, office.id(), false), Map.of(),
                owner.person.id(), Set.of(), fenced, "normal", "phone", Instant.now(), "Story of " + name, decisions)));
        cases.add(new Known(file, org, owner, name, fenced));
    }

    /** Which cases each table with a case in it shows to her role in PostgreSQL; the trail is known to be the organisation's. */
    Map<String, Set<UUID>> shown(Member member) {
        var actor = actor(member);
        return haki.getBean(Work.class).as(actor, "me.see", () -> {
            var jdbc = haki.getBean(JdbcClient.class);
            var looks = jdbc.sql("""
                            select format('select ''%1$s.%2$s'' as place, %3$I as id from %1$I.%2$I', n.nspname, c.relname, a.attname)
                            from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                                 and a.attname = case c.relname when 'case_file' then 'id' else 'case_id' end
                            where n.nspname in ('haki', 'vault', 'facts') and c.relkind in ('r', 'p') and c.relname <> 'audit_subject'
                              and has_table_privilege(c.oid, 'select')""")
                    .query(String.class).list();
            var shown = new HashMap<String, Set<UUID>>();
            jdbc.sql(String.join(" union ", looks)).query((row, _) -> {
                shown.computeIfAbsent(row.getString("place"), _ -> new HashSet<>()).add(row.getObject("id", UUID.class));
                return row.getString("place");
            }).list();
            return shown;
        });
    }

    /** How many people in cases her role in PostgreSQL finds among these. */
    int people(Member member, UUID client) {
        return haki.getBean(Work.class).as(actor(member), "me.see", () -> haki.getBean(JdbcClient.class)
                .sql("select count(*) from vault.person where id = :id").param("id", client).query(Integer.class).single());
    }

    /** How many entries of the trail name her and this case. */
    int trail(Member member, Known known) {
        return Everything.in(haki).count("""
                select count(*) from haki.audit_entry e where e.org_id = :org and e.person_id = '%1$s' and (e.object_id = '%2$s' or exists (
                    select 1 from haki.audit_subject s where s.org_id = e.org_id and s.seq = e.seq and s.case_id = '%2$s'))"""
                .formatted(member.person.id(), known.file.id()), known.org);
    }

    /** A page without what is each time another. */
    static String plain(Page page, String code) {
        return page.body().replace(code, "").replace(page.header("X-Request-Id"), "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
