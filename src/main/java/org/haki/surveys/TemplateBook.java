package org.haki.surveys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.haki.intake.GiveAdvice;
import org.haki.people.Identity;

/** A workbook to begin a form with: a few questions of each kind in two languages, that can be published as it stands. */
final class TemplateBook {

    private static final List<List<String>> SURVEY = List.of(
            List.of("type", "name", "label::English (en)", "label::Español (es)", "hint::English (en)", "hint::Español (es)", "required", "relevant", "constraint",
                    "constraint_message::English (en)", "constraint_message::Español (es)", "appearance", "choice_filter", "calculation"),
            List.of("note", "hello", "Thank you for talking to us. You can skip any question.", "Gracias por hablar con nosotros. Puede saltarse cualquier pregunta."),
            List.of("date", "day", "Day of the talk", "Día de la conversación", "", "", "yes", "", ". <= today()", "This day has not come yet.", "Ese día aún no ha llegado."),
            List.of("text", "village", "Village or neighbourhood", "Aldea o barrio"),
            List.of("select_one yes_no", "has_id", "Does everybody in the home have an identity card?", "¿Todos en el hogar tienen documento de identidad?", "", "", "yes"),
            List.of("select_multiple reasons", "why_not", "What stands in the way?", "¿Qué lo impide?", "All that apply", "Todo lo que corresponda", "yes", "${has_id} = 'no'"),
            List.of("begin_repeat", "person", "People in the home", "Personas en el hogar"),
            List.of("integer", "age", "Age", "Edad", "", "", "", "", ". >= 0 and . <= 120", "An age from 0 to 120.", "Una edad de 0 a 120."),
            List.of("select_one sex", "sex", "Sex", "Sexo", "", "", "", "", "", "", "", "horizontal"),
            List.of("end_repeat"),
            List.of("calculate", "people", "", "", "", "", "", "", "", "", "", "", "", "count(${person})"),
            List.of("text", "wishes", "What should change?", "¿Qué debería cambiar?", "", "", "", "", "", "", "", "multiline"));
    private static final List<List<String>> CHOICES = List.of(
            List.of("list_name", "name", "label::English (en)", "label::Español (es)"),
            List.of("yes_no", "yes", "Yes", "Sí"),
            List.of("yes_no", "no", "No", "No"),
            List.of("reasons", "fee", "The fee", "El costo"),
            List.of("reasons", "far", "The office is far away", "La oficina está lejos"),
            List.of("reasons", "papers", "Papers are missing", "Faltan papeles"),
            List.of("reasons", "refused", "The office refused", "La oficina se negó"),
            List.of("sex", "female", "Female", "Femenino"),
            List.of("sex", "male", "Male", "Masculino"),
            List.of("sex", "other", "Other", "Otro"));
    private static final List<List<String>> SETTINGS = List.of(
            List.of("form_title", "form_id", "version", "default_language"),
            List.of("Needs in the home", "needs_in_the_home", "1", "English (en)"));

    /** For reports, consults and follow-ups: not a part of the form, which the converter leaves alone. */
    private static final List<List<String>> NAMES = List.of(
            List.of("name", "type", "What Haki does with it", "Qué hace Haki con ello"),
            List.of("client_name", "text", "A report or consult: whom it is about", "Reporte o consulta: de quién se trata"),
            List.of("reporter_name", "text", "Who tells it, if somebody else; then the telephone is hers", "Quién lo cuenta, si es otra persona; entonces el teléfono es suyo"),
            List.of("age", "integer", "Under 18 is a child", "Menos de 18: niña o niño"),
            List.of("age_group", "select_one", "child, adult, unknown", "child (niñez), adult (adulta), unknown (no se sabe)"),
            List.of("danger", "select_one", "now or yes: within the hour; soon: urgent; no: normal; nothing: urgent", "now o yes: en una hora; soon: urgente; no: normal; nada: urgente"),
            List.of("phone", "text", "The telephone number", "El número de teléfono"),
            List.of("safe_to_call", "select_one", "yes: may be called; every other answer: not; nothing: was not asked", "yes: se puede llamar; otra respuesta: no; nada: no se preguntó"),
            List.of("place", "text", "Where it was", "Dónde fue"),
            List.of("when_happened", "date", "When it was", "Cuándo fue"),
            List.of("topic", "select_one", "A consult: " + String.join(", ", GiveAdvice.TOPICS), "Consulta: su tema"),
            List.of("advice", "text", "A consult: what was advised", "Consulta: qué se orientó"),
            List.of("service", "select_one", "A consult: information, advice, forms …", "Consulta: information, advice, forms …"),
            List.of("sex", "select_one", "A consult: " + String.join(", ", Identity.SEXES), "Consulta: su sexo"),
            List.of("case_code", "text", "A follow-up: on which case; a report: the number on the client's stub", "Seguimiento: de qué caso; reporte: el número del talón"),
            List.of("result", "select_one", "A follow-up: better, same, worse, not_reached", "Seguimiento: better, same, worse, not_reached"));

    private TemplateBook() {}

    static byte[] bytes() {
        return bytes(SURVEY, CHOICES, SETTINGS, NAMES);
    }

    /** A workbook of these sheets; {@code names} is one that is no part of the form, and may be empty. */
    static byte[] bytes(List<List<String>> survey, List<List<String>> choices, List<List<String>> settings, List<List<String>> names) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Haki", "1.0")) {
            sheet(book.newWorksheet("survey"), survey);
            sheet(book.newWorksheet("choices"), choices);
            sheet(book.newWorksheet("settings"), settings);
            if (!names.isEmpty()) {
                sheet(book.newWorksheet("names"), names);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (!rows.get(row).get(column).isEmpty()) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        sheet.range(0, 0, 0, rows.getFirst().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }
}
