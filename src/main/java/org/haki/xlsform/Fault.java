package org.haki.xlsform;

import java.util.Locale;

/** The catalogue of what can be wrong with a workbook: a stable code, and a sentence that says what is wrong and what mends it. */
public enum Fault {

    // the file
    FILE_OLD_EXCEL("This is an old Excel workbook (.xls), whatever its name says. Open it and save it as “Excel workbook (.xlsx)”."),
    FILE_LOCKED("This workbook is protected by a password. Save it without one."),
    FILE_UNREADABLE("This is not an Excel workbook (.xlsx or .xlsm), or it is damaged. Open it in Excel or LibreOffice and save it as .xlsx."),
    FILE_TOO_BIG("The workbook is too big: %s. Leave out pictures and sheets that do not belong to the form; put long lists into a CSV file and use select_one_from_file."),
    FILE_MACROS("The workbook carries macros, which are not read. Save it as “Excel workbook (.xlsx)”."),
    SHEET_TOO_BIG("The sheet has more than %s %s. Put long lists into a CSV file and use select_one_from_file."),
    CELL_ERROR("The formula in this cell ends in an error (%s). Write the value itself."),
    CELL_FORMULA("The formula in this cell has no value. Open the workbook, let it calculate, save it; or write the value itself."),
    CELL_TOO_LONG("The text in this cell has more than %s characters. Shorten it."),
    CELL_CHARACTER("The text in this cell holds a character that cannot be seen and that XML does not know. Type it anew."),
    FORM_TOO_DEEP("Groups and repeats lie more than %s deep in each other. Flatten them."),

    // sheets and columns
    SHEET_MISSING("There is no sheet named '%s'.%s"),
    SHEET_NOT_SUPPORTED("The sheet '%s' is not supported. %s"),
    HEADER_MISSING("The sheet has no column '%s'. Name it in the first row."),
    HEADER_ROW_MISSING("This cell stands under no column name. Name the columns in the first row."),
    HEADER_TWICE("Two columns mean the same: '%s' and '%s'. Rename or remove one."),
    HEADER_NOT_SUPPORTED("The column '%s' is not supported. %s"),
    HEADER_UNKNOWN("The column '%s' is not known and is left out.%s"),
    HEADER_MISSPELT("The column '%s' is not known and is left out.%s"),
    HEADER_LANGUAGE("The column '%s' takes no language."),
    HEADER_CHOICES("The column '%s' is left out: names of columns here have no spaces, and begin with a letter."),
    HEADER_ENTITIES("The column '%s' is not one of list_name, entity_id, create_if, update_if, label.%s"),

    // names
    NAME_MISSING("This row has no name. Give it one."),
    NAME_INVALID("'%s' is no name: it begins with a letter or underscore, and goes on with letters, digits, underscores, hyphens and full stops, without spaces."),
    NAME_INVISIBLE("This name holds a character that cannot be seen or that turns the direction of writing (%s). Type it anew."),
    NAME_LONG("This name has more than %s letters. Shorten it."),
    PATH_LONG("The names of the groups around this question and its own have together more than %s letters. Shorten them."),
    NAME_PREFIX("The name '%s' has the prefix '%s', which the settings' column 'namespaces' does not declare. Use no colon."),
    NAME_TWICE("The name '%s' is taken in this group (row %s). Names are unique within their group or repeat."),
    NAME_TWICE_BY_CASE("The name '%s' differs from another only by capitals, which some programs do not see."),
    NAME_OF_ROOT("A repeat cannot be named '%s', as the form's root is."),
    NAME_OF_REPEAT_TWICE("There is another repeat named '%s'. Names of repeats are unique in the whole form."),
    NAME_META("The name 'meta' is kept for the form itself. Choose another."),

    // rows
    TYPE_MISSING("This row has a name or label but no type. Choose one."),
    TYPE_UNKNOWN("The type '%s' is not known.%s"),
    TYPE_NOT_SUPPORTED("The type '%s' is not supported. %s"),
    ROW_LEFT_OUT("This row has neither type nor name nor label and is left out."),
    ROW_DISABLED("The column 'disabled' is not part of XLSForm. Use relevant instead."),
    GROUP_NOT_OPEN("This end of a %s matches no begin.%s"),
    GROUP_NOT_CLOSED("The %s '%s' is never ended. Add the row 'end %s'."),
    LABEL_MISSING("The question '%s' has neither label nor hint. Give it a label."),
    LABEL_MISSING_REPEAT("The repeat '%s' has no label."),
    IMAGE_MISSING("big-image needs an image beside it."),
    MEDIA_UNKNOWN("'%s' is no kind of media; known are image, big-image, audio and video."),
    CALCULATION_MISSING("A calculate needs a calculation."),
    EXPRESSION_NOT_SUPPORTED("%s is not supported here. %s"),
    FUNCTION_UNKNOWN("The function '%s' is not one of ODK XForms.%s"),
    EXPRESSION_EXCEL("This begins with an equals sign, as formulas of Excel do. Write it as XPath, with ${name} for other questions."),
    EXPRESSION_BROKEN("This expression cannot be read: %s."),
    CALCULATION_CIRCULAR("The calculations run in a circle: %s. Break it at one place."),
    TEXT_TOO_DEEP("The expression is nested more than %s deep. Split it into several calculates."),

    // references
    REFERENCE_BROKEN("A reference is written ${name}; this one is not."),
    REFERENCE_COMMA("Several references here are separated by commas."),
    REFERENCE_NOWHERE("There is no question named '%s'.%s"),
    REFERENCE_TWICE("'%s' is the name of more than one question, so a reference to it could mean either. Rename one."),
    TRIGGER_HIDDEN("The question '%s' is not shown to anybody, so it cannot trigger '%s'."),

    // choices
    CHOICES_MISSING("There is no sheet 'choices' with the columns list_name, name and label.%s"),
    LIST_MISSING("There is no list '%s' on the sheet 'choices'.%s"),
    LIST_FILE("The file '%s' ends in none of .csv, .xml, .geojson."),
    CHOICE_NAME_MISSING("This choice has no name."),
    CHOICE_NAME_TWICE("The choice '%s' stands twice in the list '%s'. Rename one, or set allow_choice_duplicates to yes."),
    CHOICE_NAME_SPACE("The choice '%s' has a space in its name, which cannot be told apart where several are chosen."),
    CHOICE_LABEL_MISSING("This choice has no label."),
    CHOICE_UNKNOWN("'%s' is none of the choices of '%s': %s. A comparison with it decides nothing."),
    CHOICE_FILTER_OTHER("or_other and choice_filter do not go together. Add the choice 'other' yourself."),
    CHOICE_FILTER_TABLE("table-list and choice_filter do not go together."),
    TABLE_LISTS_DIFFER("All questions of a table-list use the same list; '%s' is not '%s'."),
    OTHER_UNTRANSLATED("or_other adds the label 'Other' in every language untranslated. Add the choice 'other' and a question for it yourself."),

    // parameters
    PARAMETERS_BROKEN("Parameters are written key=value key=value."),
    PARAMETER_UNKNOWN("'%s' is no parameter of this type; known are %s."),
    PARAMETER_UNUSED("Parameters mean nothing for this type and are left out."),
    PARAMETER_WRONG("The parameter '%s' is %s, not '%s'."),
    PARAMETER_MISSING("The parameter '%s' is needed too."),
    AUDIT_NAME("An audit is always named 'audit'. Leave its name empty."),
    GEOMETRY_NOWHERE("reference-geometry names a list of choices, an entity list, an attached file, or ${a repeat}."),
    RANGE_NUMBER("The parameter '%s' is a number."),
    RANGE_ZERO("The parameter '%s' is not 0."),
    RANGE_WIDE("The parameter '%s' is wider than the whole range."),
    RANGE_STEP("The parameter '%s' is a multiple of step."),
    RANGE_OUTSIDE("The parameter '%s' lies outside the range."),
    RANGE_LIST("The parameter tick_labelset names a list of choices."),
    RANGE_LIST_MANY("Without ticks the list of tick_labelset has two choices only."),
    RANGE_APPEARANCE("tick_interval, placeholder and tick_labelset go only with the appearances vertical and no-ticks, or with none."),
    RANGE_LIST_NUMBER("The choices of tick_labelset are named with numbers."),
    RANGE_LIST_OUTSIDE("The choices of tick_labelset lie within the range."),
    RANGE_LIST_STEP("The choices of tick_labelset are the start and multiples of '%s' from there."),
    RANGE_LIST_ENDS("Without ticks the choices of tick_labelset are the start and the end."),

    // files and instances
    INSTANCE_TWICE("Two sources would both be named '%s': %s and %s. Rename one."),
    EXTERNAL_TWICE("The name '%s' is used by two external files. Names of files are unique in the form."),

    // entities
    ENTITY_NO_SHEET("save_to needs a sheet 'entities' that declares the list."),
    ENTITY_PROPERTY_TWICE("The property '%s' is saved by row %s already."),
    ENTITY_GROUP("Groups and repeats cannot be saved to an entity."),
    ENTITY_LIST_MISSING("There is no list '%s' on the sheet 'entities'."),
    ENTITY_LABEL_MISSING("The list '%s' makes new entities, and these need a label."),
    ENTITY_UPDATE_IF_MISSING("With entity_id and create_if the list '%s' needs update_if too."),
    ENTITY_ID_MISSING("To update entities the list '%s' needs entity_id."),
    ENTITY_PREFIX_MISSING("With several lists write the list before the property: list#property."),
    ENTITY_CROWDED("There is no place for this entity: each group, repeat and the form itself holds one, and '%s' is taken by row %s."),
    ENTITY_SCOPE_SAVE("The list '%s' is already used in %s, so it cannot save from %s. Copy the value there with a calculate."),
    ENTITY_SCOPE_REFERENCE("The list '%s' is already used in %s, so it cannot refer to '%s' in %s. Copy the value there with a calculate."),
    ENTITY_HASHES("save_to holds at most one '#'."),
    ENTITY_LIST_NAME_MISSING("This row has no list_name."),
    ENTITY_LIST_TWICE("The list '%s' stands twice."),
    ENTITY_NAME_UNDERSCORES("Names here do not begin with two underscores."),
    ENTITY_NAME_DOT("Names here hold no full stop."),
    ENTITY_NAME_RESERVED("A property is not named 'name' or 'label'."),

    // settings and languages
    SETTING_NOT_SUPPORTED("The setting '%s' is not supported. %s"),
    SETTING_IGNORED("The setting '%s' is left out. %s"),
    LANGUAGE_MISSING("The language '%s' has no column '%s'."),
    LANGUAGE_CODE("The language '%s' has no code, such as in “English (en)”."),

    // XForms that another tool wrote
    XFORM_BROKEN("This is no whole XML: something is wrong here or just before."),
    XFORM_ENCODING("The file is written in %s. Save it as UTF-8."),
    XFORM_DOCTYPE("A DOCTYPE is not taken. Remove it."),
    XFORM_DEEP("Elements lie more than %s deep in each other. Flatten the groups."),
    XFORM_LONG("The file is longer than Haki takes (%s). Put long lists into a CSV file."),
    XFORM_PART("The element '%s' has no '%s' in it: this is no ODK XForm, or not the whole of one."),
    XFORM_ID("The form has no id: give the element in the first instance the attribute 'id'."),
    XFORM_SEALED("The form has its answers encrypted by the phone, so that nobody here could read them. Take the key out."),
    XFORM_NOWHERE("The element '%s' points to '%s', which the form has not."),
    XFORM_SOURCE("The list '%s' comes from '%s'. Only files beside the form are taken: jr://file/… and jr://file-csv/…."),
    XFORM_TWICE("'%s' is asked twice."),
    XFORM_CONTROL("The element '%s' is none that Haki can ask with."),
    XFORM_CHOICES("This question has no choices."),
    XFORM_TEXT("The words '%s' are nowhere in the form.");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** {@code name-twice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String say(Object... said) {
        return sentence.formatted(said);
    }
}
