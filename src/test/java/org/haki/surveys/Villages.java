package org.haki.surveys;

import org.haki.xlsform.XlsxFile;

/** A workbook of three levels, in two languages: 8 regions, 400 districts, 24,000 villages. */
final class Villages {

    static final int REGIONS = 8;
    static final int DISTRICTS = 400;
    static final int ALL = 24_000;

    private Villages() {}

    static byte[] workbook() {
        var text = new StringBuilder("""
                | survey |
                | | type | name | label::English (en) | label::Español (es) | required | choice_filter |
                | | select_one region | region | Region | Región | yes | |
                | | select_one district | district | District | Distrito | yes | region = ${region} |
                | | select_one village | village | Village | Aldea | yes | district = ${district} |
                | | text | words | What happened? | ¿Qué pasó? | | |
                | choices |
                | | list_name | name | label::English (en) | label::Español (es) | region | district |
                """);
        for (int i = 0; i < REGIONS; i++) {
            text.append("| | region | r%d | Region %d | Región %d | | |\n".formatted(i, i, i));
        }
        for (int i = 0; i < DISTRICTS; i++) {
            text.append("| | district | d%d | District %d | Distrito %d | r%d | |\n".formatted(i, i, i, i % REGIONS));
        }
        for (int i = 0; i < ALL; i++) {
            text.append("| | village | v%d | Village %d | Aldea %d | | d%d |\n".formatted(i, i, i, i % DISTRICTS));
        }
        return XlsxFile.of(text + """
                | settings |
                | | form_title | form_id | version | default_language |
                | | Villages | villages | 1 | English (en) |
                """).bytes();
    }
}
