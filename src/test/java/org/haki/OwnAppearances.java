package org.haki;

/** A workbook that asks in every manner that pages show. */
public final class OwnAppearances {

    /** Each appearance once, in four parts. */
    public static final String ALL = """
            | survey |
            | | type | name | label::English (en) | label::Español (es) | hint::English (en) | guidance_hint::English (en) | appearance | parameters | required | read_only | default |
            | | note | welcome | # Before you ask<br>Read **slowly**, and _stop_ where she wants to. [Who helps](https://example.org/help) | Lea **despacio**. | | | | | | | |
            | | begin_group | how | How it is asked | Cómo se pregunta | | | field-list | | | | |
            | | text | story | In her **own** words | En sus palabras | | Write what she says, not what it means. | multiline | | | | |
            | | text | phone | Number on the card | Número | | | numbers | | | | |
            | | integer | rent | Rent a year | Renta | | | thousands-sep | | | | |
            | | date | since | Since when? | ¿Desde cuándo? | | | month-year | | | | |
            | | date | born | Year of birth | Año de nacimiento | | | year | | | | |
            | | range | pain | How bad is it? | ¿Qué tan grave? | | | | start=0 end=10 step=1 | | | |
            | | range | share | Share in percent | Parte | | | | start=0 end=1000 step=5 | | | |
            | | rank needs | first | What comes first? | ¿Qué es primero? | | | | | | | |
            | | acknowledge | told | She was told who reads this | Se le dijo | | | | | | | |
            | | text | office | Office | Oficina | | | | | | yes | Riverbend |
            | | end_group | | | | | | | | | | |
            | | begin_group | chosen | What is chosen | Qué se elige | | | | | | | |
            | | begin_group | inner | Side by side | Lado a lado | | | field-list | | | | |
            | | select_one often | beside | Beside each other | Juntos | | | horizontal | | | | |
            | | select_one often | three | In three columns | En tres | | | columns-3 | | | | |
            | | select_one often | agree | The court was fair | El tribunal fue justo | | | likert | | | | |
            | | select_one often | fast | In one touch | En un toque | | | quick | | | | |
            | | select_one often | small | From a list | De una lista | | | minimal | | | | |
            | | select_multiple needs | folded | Folded away | Plegado | | | minimal | | | | |
            | | select_multiple needs or_other | other | Or something else | U otra cosa | | | | | | | |
            | | end_group | | | | | | | | | | |
            | | begin_group | grid | How often? | ¿Cuántas veces? | | | table-list | | | | |
            | | select_one often | police | The police came | Vino la policía | | | | | yes | | |
            | | select_one often | court | The court sat | Hubo audiencia | In this year | | | | | | |
            | | end_group | | | | | | | | | | |
            | | end_group | | | | | | | | | | |
            | choices |
            | | list_name | name | label::English (en) | label::Español (es) |
            | | often | never | Never | Nunca |
            | | often | some | Sometimes | A veces |
            | | often | always | Always | Siempre |
            | | needs | home | A home | Una casa |
            | | needs | food | Food | Comida |
            | | needs | work | Work | Trabajo |
            | settings |
            | | form_title | form_id | version | default_language |
            | | In every manner | manners | 1 | English (en) |
            """;

    /** Places, pictures and recordings, on one page. */
    public static final String PLACES = """
            | survey |
            | | type | name | label | appearance |
            | | geopoint | home | Where is the home? | |
            | | geoshape | field | The field | |
            | | geotrace | way | The way there | |
            | | image | sign | She signs | signature |
            | | image | house | The house | new |
            | | audio | told | What she told | |
            | settings |
            | | form_title | form_id | version |
            | | Places | places | 1 |
            """;

    private OwnAppearances() {}
}
