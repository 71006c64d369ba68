package org.haki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.haki.cases.OlderTypes;
import org.haki.database.TestDatabase;

/**
 * A case type of which there are two versions: the older was published once and stands in the database alone, the newer says where
 * its names went. Of the older, "talk/odd" went nowhere, and "other" is no choice any more.
 */
public final class StallType {

    public static final String KEY = "stall";

    private static final String OLDER = """
            key: stall
            version: 1
            label: {en: Street stall, es: Puesto}
            client: {en: Seller, es: Persona vendedora}
            sensitivity: standard
            roles:
              - {key: adviser, label: {en: Adviser, es: Asesoría}, owner: true}
              - {key: lead, label: {en: Lead adviser, es: Coordinación}, supervisor: true}
              - {key: lawyer, label: {en: Lawyer, es: Abogacía}}
            parties:
              client: {en: Seller, es: Persona vendedora}
              reporter: {en: Reporter, es: Persona que informó}
              neighbour: {en: Neighbour, es: Vecina}
            sections:
              - {key: talk, form: talk.xlsx, label: {en: First talk, es: Primera plática}}
              - {key: papers, form: papers.xlsx, label: {en: Papers, es: Papeles}}
            stages:
              - {key: hear, label: {en: Hear what happened, es: Escuchar}, initial: true}
              - {key: help, label: {en: Help, es: Ayudar}}
            moves:
              hear: [help]
              help: [hear]
            timeline:
              - {key: first_call, label: {en: Call once more, es: Llamar otra vez}, kind: call, role: adviser, offset: 2d, required: true}
              - {key: market_day, label: {en: Visit the market, es: Visitar el mercado}, kind: visit, role: adviser, offset: 5d}
              - {key: report_back, label: {en: Tell her what came of it, es: Contarle qué pasó}, kind: call, role: adviser, after: first_call, anchor: done, offset: 3d}
              - {key: see_helper, label: {en: See the helper, es: Ver a la ayudante}, kind: visit, role: adviser, offset: 7d, each: talk/helper}
              - {key: pay_fine, label: {en: The fine is due, es: Vence la multa}, kind: deadline, role: adviser, after: "field:talk/fined_on", offset: 10d, hard: true}
            services:
              information: {en: Information, es: Información}
            service_levels: [information]
            outcomes:
              sells: {label: {en: Sells again, es: Vende otra vez}, class: achieved}
            closing_reasons:
              completed: {en: Work completed, es: Trabajo concluido}
            verification: {rule: always}
            archive_after_days: 90
            retention_years: 6
            """;

    private static final String NEWER = """
            key: stall
            version: 2
            label: {en: Street stall, es: Puesto}
            client: {en: Seller, es: Persona vendedora}
            sensitivity: standard
            roles:
              - {key: adviser, label: {en: Adviser, es: Asesoría}, owner: true}
              - {key: lead, label: {en: Lead adviser, es: Coordinación}, supervisor: true}
              - {key: jurist, label: {en: Jurist, es: Abogacía}}
            parties:
              client: {en: Seller, es: Persona vendedora}
              reporter: {en: Reporter, es: Persona que informó}
              witness: {en: Witness, es: Testigo}
            sections:
              - {key: meeting, form: meeting.xlsx, label: {en: The meeting, es: La reunión}}
              - {key: papers, form: papers.xlsx, label: {en: Papers, es: Papeles}}
            stages:
              - {key: listen, label: {en: Listen to her, es: Escucharla}, initial: true}
              - {key: help, label: {en: Help, es: Ayudar}}
            moves:
              listen: [help]
              help: [listen]
            timeline:
              - {key: second_call, label: {en: Call a second time, es: Llamar de nuevo}, kind: call, role: adviser, offset: 2d, required: true}
              - {key: ask_council, label: {en: Ask the council, es: Preguntar al municipio}, kind: task, role: adviser, offset: 4d}
              - {key: report_back, label: {en: Tell her what came of it, es: Contarle qué pasó}, kind: call, role: adviser, after: second_call, anchor: done, offset: 3d}
              - {key: see_helper, label: {en: See the helper, es: Ver a la ayudante}, kind: visit, role: adviser, offset: 7d, each: meeting/assistant}
              - {key: pay_fine, label: {en: The fine is due, es: Vence la multa}, kind: deadline, role: adviser, after: "field:meeting/fined_on", offset: 10d, hard: true}
            services:
              information: {en: Information, es: Información}
            service_levels: [information]
            outcomes:
              works: {label: {en: Works again, es: Trabaja otra vez}, class: achieved}
            closing_reasons:
              completed: {en: Work completed, es: Trabajo concluido}
            verification: {rule: always}
            archive_after_days: 90
            retention_years: 6
            upgrades:
              - from: 1
                stages: {hear: listen}
                questions: {talk: meeting, talk/since: meeting/sold_since, talk/helper: meeting/assistant, papers/lost_on: meeting/lost_on}
                let_go: [talk/hunch]
                steps: {first_call: second_call}
                parties: {neighbour: witness}
                roles: {lawyer: jurist}
            """;

    private static final String TALK = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | calculation | haki::vault | haki::person | haki::reportable |
            | | xml-external | case | | | | | | |
            | | select_one kinds | kind | What happened? | ¿Qué pasó? | | | | yes |
            | | date | since | Sells here since | Vende aquí desde | | | | |
            | | text | words | In her words | En sus palabras | | | | |
            | | text | hunch | A hunch | Una corazonada | | | | |
            | | text | odd | Something odd | Algo raro | | | | |
            | | date | fined_on | Fined on | Multada el | | | | |
            | | text | aka | What she is called | Cómo le dicen | | yes | | |
            | | text | who | Who saw it? | ¿Quién lo vio? | | yes | neighbour | |
            | | begin repeat | helper | Helper | Ayudante | | | | |
            | | text | name | Name | Nombre | | | | |
            | | integer | age | Age | Edad | | | | |
            | | end repeat | | | | | | | |
            | | integer | helpers | Helpers in all | Cuántas en total | count(${helper}) | | | |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) |
            | | kinds | fine | Fine | Multa |
            | | kinds | evicted | Sent away | Desalojo |
            | | kinds | other | Something else | Otra cosa |
            """;

    private static final String MEETING = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | calculation | haki::vault | haki::person | haki::reportable |
            | | xml-external | case | | | | | | |
            | | select_one kinds | kind | What happened? | ¿Qué pasó? | | | | yes |
            | | date | sold_since | Has sold here since | Vende aquí desde | | | | |
            | | text | words | In her words | En sus palabras | | | | |
            | | date | fined_on | Fined on | Multada el | | | | |
            | | text | aka | What she is called | Cómo le dicen | | yes | | |
            | | text | who | Who saw it? | ¿Quién lo vio? | | yes | witness | |
            | | begin repeat | assistant | Assistant | Asistente | | | | |
            | | text | name | Name | Nombre | | | | |
            | | integer | age | Age | Edad | | | | |
            | | end repeat | | | | | | | |
            | | integer | assistants | Assistants in all | Cuántas en total | count(${assistant}) | | | |
            | | date | lost_on | Papers lost on | Papeles perdidos el | | | | |
            | | text | mood | How is she? | ¿Cómo está? | | | | |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) |
            | | kinds | fine | Fine | Multa |
            | | kinds | evicted | Sent away | Desalojo |
            """;

    private static final String PAPERS = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | calculation | haki::vault | haki::person | haki::reportable |
            | | text | paper | Which paper? | ¿Qué papel? | | | | |
            | | date | lost_on | Lost on | Perdido el | | | | |
            """;

    private static final String NEWER_PAPERS = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | calculation | haki::vault | haki::person | haki::reportable |
            | | text | paper | Which paper? | ¿Qué papel? | | | | |
            | | text | number | Its number | Su número | | | | |
            """;

    private StallType() {}

    /** Writes the newer version into casetypes/stall of this folder. */
    public static void in(Path folder) throws IOException {
        var stall = Files.createDirectories(folder.resolve("casetypes/stall"));
        Files.writeString(stall.resolve("casetype.yaml"), NEWER);
        HousingType.workbook(stall.resolve("meeting.xlsx"), MEETING);
        HousingType.workbook(stall.resolve("papers.xlsx"), NEWER_PAPERS);
    }

    /** Publishes the older version in this database, as an earlier start of Haki did. */
    public static void published(TestDatabase database, Path folder) throws IOException {
        var stall = Files.createDirectories(folder.resolve("casetypes/stall"));
        Files.writeString(stall.resolve("casetype.yaml"), OLDER);
        HousingType.workbook(stall.resolve("talk.xlsx"), TALK);
        HousingType.workbook(stall.resolve("papers.xlsx"), PAPERS);
        OlderTypes.publish(database.app(), List.of("classpath:casetypes/general/casetype.yaml", "file:" + folder.toAbsolutePath() + "/casetypes/*/casetype.yaml"));
    }
}
