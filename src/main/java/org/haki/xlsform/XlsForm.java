package org.haki.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads an XLSForm (https://xlsform.org) and writes the ODK XForm that Collect, KoboCollect and JavaRosa understand. What lies
 * outside of what it knows is a problem at its cell; nothing is left out without a word.
 */
public final class XlsForm {

    private static final String ROOT = "data";

    private XlsForm() {}

    /**
     * Converts a workbook ({@code .xlsx}, {@code .xlsm}). The name is the file's, without a folder; without its ending it is the
     * form's id where the settings give none. Bounded in time and memory whatever the file holds. Closes the stream.
     *
     * @throws IOException where the stream cannot be read; a workbook that cannot be is a problem of the conversion
     */
    public static Conversion read(InputStream workbook, String name) throws IOException {
        var problems = new Problems();
        var dot = name.lastIndexOf('.');
        try (workbook) {
            return convert(XlsxReader.read(workbook, problems), dot > 0 ? name.substring(0, dot) : name, ROOT, problems);
        } catch (Refused refused) {
            problems.add(refused.problem());
            return Conversion.refused(problems.all(), problems.warnings());
        }
    }

    static Conversion convert(Workbook workbook, String id, String rootName, Problems problems) {
        var survey = survey(workbook, id, rootName, problems);
        if (survey == null || !problems.none()) {
            return Conversion.refused(problems.all(), problems.warnings());
        }
        var xform = Writer.write(survey);
        return new Conversion(Optional.of(xform), Optional.of(FormOf.of(survey)), problems.all(), problems.warnings());
    }

    /** A sheet whose name is nearly right would be left out as if it were a note. */
    private static void misspelt(Workbook workbook, Problems problems) {
        for (var name : List.of("settings", "choices", "entities")) {
            if (!workbook.has(name) && !workbook.similar(name).isEmpty()) {
                problems.warn(new Problem(Fault.SHEET_MISSING, "", 0, 0, Fault.SHEET_MISSING.say(name, workbook.similar(name))));
            }
        }
    }

    /** The form as it was read, with its problems collected; null where there is no survey sheet to read. */
    private static Survey survey(Workbook workbook, String id, String rootName, Problems problems) {
        var sheet = workbook.sheet("survey");
        if (sheet.header().isEmpty() && sheet.rows().isEmpty()) {
            problems.add(sheet.problem(Fault.SHEET_MISSING, 0, 0, "survey", workbook.similar("survey")));
            return null;
        }
        misspelt(workbook, problems);
        var settings = Settings.of(workbook, problems);
        var choices = Choices.of(workbook, settings, problems);
        var survey = new Survey(workbook, settings, choices, problems, rootName);
        survey.columns = Columns.of(sheet, SurveyColumns.SURVEY, SurveyColumns.KNOWN, problems);
        if (!Headers.check(survey)) {
            return null;
        }
        var entities = Entities.of(survey);
        SurveyReader.read(survey, entities);
        if (!settings.has("id_string")) {
            settings.set("id_string", id);
        }
        Names.checkUnique(survey.root, problems);
        entities.place();
        Meta.add(survey);
        References.check(survey, entities);
        Instances.check(survey);
        Body.check(survey);
        Logic.check(survey);
        return survey;
    }
}
