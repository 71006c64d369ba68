package org.haki.forms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.haki.xlsform.Form;

/** What the columns {@code haki::…} of a workbook say of a question. */
public final class Marks {

    private static final Set<String> YES = Set.of("yes", "true", "true()", "1");
    private static final Set<String> NO = Set.of("", "no", "false", "false()", "0");
    private static final String CLIENT = "client";

    /** The columns that there are. */
    public static final List<String> COLUMNS = List.of("haki::vault", "haki::sensitive", "haki::reportable", "haki::person");

    private Marks() {}

    /** Whether a mark that is there or not says one of the two, and not something else that would count as no. */
    public static boolean isYesOrNo(String said) {
        var small = said.strip().toLowerCase(Locale.ROOT);
        return YES.contains(small) || NO.contains(small);
    }

    /** It belongs to a person and is kept in the vault alone. */
    public static boolean isOwn(Form.Field field) {
        return is(field, "vault") || field.marks().containsKey("person");
    }

    /** Whose it is: the key of a party's role; the client's where none is named. */
    public static String person(Form.Field field) {
        return field.marks().getOrDefault("person", CLIENT).strip();
    }

    static boolean isClient(String person) {
        return person.equals(CLIENT);
    }

    /** It stays covered until somebody opens it, is not printed unless that is chosen, and stands nowhere in clear. */
    public static boolean isSensitive(Form.Field field) {
        return is(field, "sensitive");
    }

    /** Whether the workbook wants its choices among the facts. */
    public static boolean isMarkedReportable(Form.Field field) {
        return is(field, "reportable");
    }

    /** Its choices may stand in clear beside the sealed answers. */
    static boolean isCoded(Form.Field field) {
        return isReportable(field) && !isSensitive(field);
    }

    /** Its choices join the facts. */
    public static boolean isReportable(Form.Field field) {
        return isMarkedReportable(field) && !isOwn(field) && !OptionsNow.isFile(field) && (field.type().equals("select_one") || OptionsNow.isMany(field));
    }

    private static boolean is(Form.Field field, String mark) {
        return YES.contains(field.marks().getOrDefault(mark, "").strip().toLowerCase(Locale.ROOT));
    }
}
