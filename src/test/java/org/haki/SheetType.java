package org.haki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A case type whose sheet has a question of every kind: rows, a cascade, what follows from answers, a person's name. */
public final class SheetType {

    public static final String KEY = "visits";

    private static final String YAML = """
            key: visits
            version: 1
            label: {en: Visits, es: Visitas}
            client: {en: Client, es: Persona atendida}
            sensitivity: standard
            roles:
              - {key: visitor, label: {en: Visitor, es: Visitas}, owner: true}
              - {key: lead, label: {en: Lead, es: Coordinación}, supervisor: true}
            parties:
              client: {en: Client, es: Persona atendida}
              reporter: {en: Reporter, es: Persona que informó}
              neighbour: {en: Neighbour, es: Vecino}
            sections:
              - {key: visit, form: visit.xlsx, label: {en: The visit, es: La visita}}
              - {key: danger, form: danger.xlsx, label: {en: Danger, es: Peligro}, when: "visit/safe = 'no'"}
            stages:
              - {key: see, label: {en: See her, es: Verla}, initial: true}
              - {key: stay, label: {en: Stay with her, es: Acompañarla}}
            moves:
              see: [stay]
            services:
              information: {en: Information, es: Información}
            service_levels: [information]
            outcomes:
              done: {label: {en: Done, es: Hecho}, class: achieved}
            closing_reasons:
              completed: {en: Work completed, es: Trabajo concluido}
            verification: {rule: always}
            intake: {household: [visit]}
            archive_after_days: 90
            retention_years: 6
            """;

    private static final String VISIT = """
            | survey |
            | | type               | name     | label::English (en)    | label::Español (es)  | required | relevant       | constraint   | constraint_message::English (en) | calculation | choice_filter | appearance | haki::vault | haki::reportable | haki::person | haki::sensitive | constraint_message::Español (es) |
            | | xml-external       | case     |                        |                      |          |                |              |                    |             |               |            |     |     |           |
            | | select_one yesno   | safe     | Is she safe now?       | ¿Está segura ahora?  | yes      |                |              |                    |             |               |            |     | yes |           |
            | | text               | why      | Why not?               | ¿Por qué no?         | yes      | ${safe} = 'no' |              |                    |             |               | multiline  |     |     |           |
            | | date               | seen_on  | Seen on                | Vista el             |          |                | . <= today() | This day lies in the future. |     |               |            |     |     |           |  | Ese día está en el futuro. |
            | | select_one town    | town     | Town                   | Pueblo               |          |                |              |                    |             |               | minimal    |     |     |           |
            | | select_one village | village  | Village                | Aldea                |          |                |              |                    |             | town = ${town} |           |     |     |           |
            | | select_multiple needs | needs | What does she need?    | ¿Qué necesita?       |          |                | not(selected(., 'none') and count-selected(.) > 1) | Nothing stands alone. | | |    |     | yes |           |  | Nada va solo. |
            | | select_one_from_file offices.csv | office | Which office? | ¿Qué oficina?   |          |                |              |                    |             |               |            |     |     |           |
            | | text               | who      | Who may be told?       | ¿A quién se puede avisar? |     |                |              |                    |             |               |            | yes |     | neighbour |
            | | text               | aka      | What she is called at home | ¿Cómo le dicen en casa? |   |                |              |                    |             |               |            | yes |     |           |
            | | begin repeat       | child    | Child                  | Hija o hijo          |          |                |              |                    |             |               |            |     |     |           |
            | | text               | name     | First name             | Nombre               | yes      |                |              |                    |             |               |            |     |     |           |
            | | integer            | age      | Age                    | Edad                 |          |                | . < 18       | Children only.     |             |               |            |     |     |           |  | Solo niñas y niños. |
            | | text               | fear     | What does she fear?    | ¿Qué teme?           |          |                |              |                    |             |               |            |     |     |           | yes | |
            | | end repeat         |          |                        |                      |          |                |              |                    |             |               |            |     |     |           |
            | | integer            | children | Children in all        | Cuántos en total     |          |                |              |                    | count(${child}) |           |            |     |     |           |
            | | text               | words    | In her words           | En sus palabras      |          |                |              |                    |             |               | multiline  |     |     |           |
            | | text | illness | Is she ill? | ¿Está enferma? |  |  |  |  |  |  |  |  |  |  | yes |  |
            | choices |
            | | list_name | name  | label::English (en) | label::Español (es) | town |
            | | yesno     | yes   | Yes                 | Sí                  |      |
            | | yesno     | no    | No                  | No                  |      |
            | | town      | rb    | Riverbend           | Riverbend           |      |
            | | town      | hc    | Hillcrest           | Hillcrest           |      |
            | | village   | v1    | Willow              | Sauce               | rb   |
            | | village   | v2    | Stony               | Piedra              | hc   |
            | | needs     | food  | Food                | Comida              |      |
            | | needs     | roof  | A roof              | Techo               |      |
            | | needs     | none  | Nothing             | Nada                |      |
            | settings |
            | | form_title | form_id | default_language |
            | | The visit  | visit   | English (en)     |
            """;

    private static final String DANGER = """
            | survey |
            | | type         | name   | label::English (en)  | label::Español (es)   | required | relevant | calculation | constraint | constraint_message::English (en) | constraint_message::Español (es) |
            | | xml-external | case   |                      |                       |          |          | | | | |
            | | text         | plan   | What did you agree?  | ¿Qué acordaron?       | yes      |          | | | | |
            | | text         | seen   | Why she is not safe  | Por qué no está segura |         |          | instance('case')/case/visit/why | | | |
            | | text         | grown  | It grows             | Crece                 |          | ${plan} = 'grow' | | | | |
            | | text         | more   | More                 | Más                   |          |          | concat(${grown}, ${grown}, ${grown}, ${grown}) | | | |
            | | integer      | years  | How old she is       | Cuántos años tiene    |          |          | instance('case')/case/age | | | |
            | | integer      | young  | Children told of     | Hijas e hijos         |          |          | count(instance('case')/case/visit/child[age < 6]) | | | |
            | | text         | school | Which school?        | ¿Qué escuela?         |          | instance('case')/case/age < 18 | | | | |
            | | text         | stays  | Where does she stay? | ¿Dónde se queda?      |          | instance('case')/case/stage = 'stay' | | | | |
            | | date         | told_on | When did she tell it? | ¿Cuándo lo contó?   |          |          | | . >= date(substr(string(instance('case')/case/received_at), 0, 10)) | This is before the report. | Es antes del aviso. |
            | | text         | flees  | Where could she go?  | ¿Adónde podría ir?    |          |          | | . != instance('case')/case/visit/town | That is where she lives. | Ahí vive. |
            | settings |
            | | form_title | form_id | default_language |
            | | Danger     | danger  | English (en)     |
            """;

    private SheetType() {}

    /** Writes the folder casetypes/visits into this one. */
    public static void in(Path folder) throws IOException {
        var visits = Files.createDirectories(folder.resolve("casetypes/visits"));
        Files.writeString(visits.resolve("casetype.yaml"), YAML);
        HousingType.workbook(visits.resolve("visit.xlsx"), VISIT);
        HousingType.workbook(visits.resolve("danger.xlsx"), DANGER);
    }
}
