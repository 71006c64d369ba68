package org.haki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.haki.xlsform.XlsxFile;

/** A small case type as somebody would write it who read the guide: two workbooks and every key that there is. */
public final class HousingType {

    public static final String YAML = """
            key: housing
            version: 1
            standard: true
            label: {en: Housing, es: Vivienda}
            client: {en: Tenant, es: Persona inquilina}
            sensitivity: standard
            roles:
              - {key: adviser, label: {en: Adviser, es: Asesoría}, owner: true}
              - {key: lead, label: {en: Lead adviser, es: Coordinación}, supervisor: true}
              - {key: lawyer, label: {en: Lawyer, es: Abogacía}}
            parties:
              client: {en: Tenant, es: Persona inquilina}
              reporter: {en: Reporter, es: Persona que informó}
              landlord: {en: Landlord, es: Propietario}
              witness: {en: Witness, es: Testigo}
            sections:
              - {key: problem, form: problem.xlsx, label: {en: The problem, es: El problema}, saves_only_if: "problem/kind != 'other'"}
              - {key: agreement, form: agreement.xlsx, label: {en: Agreement, es: Acuerdo}, when: "problem/kind != 'eviction'"}
            stages:
              - {key: listen, label: {en: Find out what happened, es: Conocer qué pasó}, initial: true}
              - {key: settle, label: {en: Talk with the landlord, es: Hablar con el propietario}}
            moves:
              listen: [settle]
              settle: [listen]
            timeline:
              - {key: first_talk, label: {en: First talk, es: Primera conversación}, kind: call, role: adviser, offset: 2d, required: true}
              - {key: answer_court, label: {en: Answer the court, es: Responder al juzgado}, kind: deadline, role: lawyer,
                 after: "field:problem/notice_on", offset: 10d, hard: true, when: "problem/kind = 'eviction'"}
              - {key: check_back, label: {en: Ask how it goes, es: Preguntar cómo va}, kind: followup, role: adviser,
                 after: first_talk, anchor: done, offset: 14d, repeat_every: 30d, repeat_until: "agreement/signed_on != ''"}
              - {key: look_at_room, label: {en: Look at the room, es: Ver el cuarto}, kind: visit, role: adviser, offset: 7d,
                 each: problem/room, when: "problem/room/damp = 'yes'"}
              - {key: ask_inspector, label: {en: Ask the inspector, es: Preguntar a la inspección}, kind: task, role: adviser, offset: 5d,
                 when: "count(problem/room) > 3", done_when: "agreement/signed_on != ''", done_at: "field:agreement/signed_on"}
              - {key: thank, label: {en: Say goodbye, es: Despedirse}, kind: call, role: lead, after: closing, offset: 3d, survives_close: true}
              - {key: tidy_file, label: {en: Put the papers in order, es: Ordenar los papeles}, kind: task, role: adviser, after: closing, offset: 1d}
            services:
              information: {en: Information, es: Información}
              negotiation: {en: Negotiation, es: Negociación}
            service_levels: [information, negotiation]
            excluded_services: [mediation]
            outcomes:
              stays: {label: {en: Stays in the home, es: Sigue en su casa}, class: achieved}
              left: {label: {en: Had to leave, es: Tuvo que irse}, class: not_achieved}
            closing_reasons:
              completed: {en: Work completed, es: Trabajo concluido}
            closing_checks:
              - {check: "agreement/signed_on != ''", say: {en: "The agreement has no date yet.", es: "Falta la fecha del acuerdo."}}
            closing_prefill:
              outcome: [{when: "agreement/signed_on != ''", choose: stays}]
              reason: [{when: "true()", choose: completed}]
            brief_exit: {label: {en: Only a short talk, es: Solo una conversación}, outcome: left, reason: completed, service_level: information}
            verification: {rule: sample, one_in: 10, new_workers: 5}
            intake: {urgency: normal, channel: walk_in, narrative: optional, first: problem}
            archive_after_days: 90
            retention_years: 6
            retention: {choices: [1, 3, 7], longer: {when: "problem/kind = 'eviction'", years: 7}}
            """;

    public static final String PROBLEM = """
            | survey  |
            |         | type             | name      | label::English (en)       | label::Español (es)      |
            |         | select_one kinds | kind      | What is it about?         | ¿De qué se trata?        |
            |         | date             | notice_on | When did the notice come? | ¿Cuándo llegó el aviso?  |
            |         | begin repeat     | room      | Room                      | Cuarto                   |
            |         | select_one yesno | damp      | Is it damp?               | ¿Está húmedo?            |
            |         | end repeat       |           |                           |                          |
            | choices |
            |         | list_name        | name      | label::English (en)       | label::Español (es)      |
            |         | kinds            | rent      | Rent                      | Renta                    |
            |         | kinds            | eviction  | Eviction                  | Desalojo                 |
            |         | kinds            | other     | Something else            | Otra cosa                |
            |         | yesno            | yes       | Yes                       | Sí                       |
            |         | yesno            | no        | No                        | No                       |
            """;

    public static final String AGREEMENT = """
            | survey  |
            |         | type             | name      | label::English (en)       | label::Español (es)      |
            |         | date             | signed_on | When was it signed?       | ¿Cuándo se firmó?        |
            """;

    private HousingType() {}

    /** Where Haki's own types lie, and this one, not standard, in a folder of this fork. */
    public static String besideHakisOwn() {
        try {
            var folder = Path.of("target", "fork-" + System.getProperty("haki.fork", "1"), "types").toAbsolutePath();
            in(folder, YAML.replace("standard: true\n", ""));
            SheetType.in(folder);
            StallType.in(folder);
            return "classpath:casetypes/*/casetype.yaml,file:" + folder + "/casetypes/*/casetype.yaml";
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes the folder casetypes/housing into this one. */
    public static void in(Path folder) throws IOException {
        in(folder, YAML);
    }

    public static void in(Path folder, String yaml) throws IOException {
        var housing = Files.createDirectories(folder.resolve("casetypes/housing"));
        Files.writeString(housing.resolve("casetype.yaml"), yaml);
        workbook(housing.resolve("problem.xlsx"), PROBLEM);
        workbook(housing.resolve("agreement.xlsx"), AGREEMENT);
    }

    public static void workbook(Path file, String markdown) throws IOException {
        Files.write(file, XlsxFile.of(markdown).bytes());
    }
}
