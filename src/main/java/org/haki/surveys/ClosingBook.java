package org.haki.surveys;

import java.util.List;

/** A survey after closing to begin with: seven questions, none of which must be answered, in two languages. */
final class ClosingBook {

    private static final String HEAD_EN = "label::English (en)";
    private static final String HEAD_ES = "label::Español (es)";
    private static final List<List<String>> SURVEY = List.of(
            List.of("type", "name", HEAD_EN, HEAD_ES, "appearance"),
            List.of("note", "hello", "You can skip any question. Your name does not stand beside the answers.", "Puede saltarse cualquier pregunta. Su nombre no queda junto a las respuestas."),
            List.of("select_one rating", "overall", "Overall, how was our service?", "En general, ¿cómo fue nuestro servicio?", "likert"),
            List.of("select_one rating", "attention", "How were you received and listened to?", "¿Cómo la recibieron y escucharon?", "likert"),
            List.of("select_one time", "time", "How long did it take?", "¿Cuánto tardó?"),
            List.of("select_one cost", "cost", "What do you think of the cost?", "¿Qué le pareció el costo?"),
            List.of("select_one lawyer", "lawyer", "Compared with a private lawyer?", "¿Comparado con un abogado particular?"),
            List.of("text", "experience", "A good or a bad experience to share", "Una experiencia buena o mala que quiera contar", "multiline"),
            List.of("text", "improve", "What should we improve?", "¿Qué deberíamos mejorar?", "multiline"));
    private static final List<List<String>> CHOICES = List.of(
            List.of("list_name", "name", HEAD_EN, HEAD_ES),
            List.of("rating", "very_bad", "Very bad", "Muy mal"),
            List.of("rating", "bad", "Bad", "Mal"),
            List.of("rating", "neither", "Neither", "Ni bien ni mal"),
            List.of("rating", "good", "Good", "Bien"),
            List.of("rating", "very_good", "Very good", "Muy bien"),
            List.of("time", "fast", "Faster than expected", "Menos de lo esperado"),
            List.of("time", "expected", "As expected", "Lo esperado"),
            List.of("time", "slow", "Slow", "Mucho"),
            List.of("time", "too_slow", "Too slow", "Demasiado"),
            List.of("cost", "free", "It was free", "Fue gratis"),
            List.of("cost", "low", "Low", "Bajo"),
            List.of("cost", "fair", "Fair", "Justo"),
            List.of("cost", "high", "High", "Alto"),
            List.of("cost", "too_high", "Too high", "Demasiado alto"),
            List.of("lawyer", "better", "Better", "Mejor"),
            List.of("lawyer", "same", "About the same", "Más o menos igual"),
            List.of("lawyer", "worse", "Worse", "Peor"),
            List.of("lawyer", "never", "Never had one", "Nunca tuve uno"));
    private static final List<List<String>> SETTINGS = List.of(
            List.of("form_title", "form_id", "version", "default_language"),
            List.of("How it was", "how_it_was", "1", "English (en)"));

    private ClosingBook() {}

    static byte[] bytes() {
        return TemplateBook.bytes(SURVEY, CHOICES, SETTINGS, List.of());
    }
}
