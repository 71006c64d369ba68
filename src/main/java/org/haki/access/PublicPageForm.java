package org.haki.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.haki.access.PublicPage.EmergencyNumber;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** What the public page shows and promises, as the administrator types it. */
public record PublicPageForm(
        List<String> label,
        List<String> number,
        String answerHours,
        String emergencyHours,
        String keepDays,
        String readers,
        List<String> languages,
        String leaveTo,
        String accent,
        String title,
        String name,
        List<String> text,
        List<String> textIn) {

    private static final int MOST_NUMBERS = 6;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 1_000;

    public PublicPageForm {
        label = label == null ? List.of() : List.copyOf(label);
        number = number == null ? List.of() : List.copyOf(number);
        languages = languages == null ? List.of() : List.copyOf(languages);
        accent = accent == null ? "" : accent;
        title = title == null ? "" : title.strip();
        name = name == null ? "" : name.strip();
        text = text == null ? List.of() : List.copyOf(text);
        textIn = textIn == null ? List.of() : List.copyOf(textIn);
    }

    static PublicPageForm of(PublicPage page) {
        return new PublicPageForm(
                page.numbers().stream().map(EmergencyNumber::label).toList(),
                page.numbers().stream().map(EmergencyNumber::number).toList(),
                String.valueOf(page.answerHours()),
                String.valueOf(page.emergencyHours()),
                String.valueOf(page.keepDays()),
                String.valueOf(page.readers()),
                page.languages(),
                page.leaveTo(),
                page.look().accent(),
                page.look().title(),
                page.look().name(),
                List.copyOf(page.look().text().values()),
                List.copyOf(page.look().text().keySet()));
    }

    /** The rows of the form: what was typed, then empty ones. */
    public List<EmergencyNumber> rows() {
        return IntStream.range(0, MOST_NUMBERS).mapToObj(i -> new EmergencyNumber(at(label, i), at(number, i))).toList();
    }

    Errors errors() {
        return new Errors()
                .unless(rows().stream().allMatch(PublicPageForm::fits), "numbers", "PublicPageForm.numbers")
                .unless(within(answerHours, 1, 24 * 30), "answerHours", "PublicPageForm.hours")
                .unless(within(emergencyHours, 1, 24 * 7), "emergencyHours", "PublicPageForm.hours")
                .unless(within(keepDays, 1, 3650), "keepDays", "PublicPageForm.days")
                .unless(within(readers, 1, 10_000), "readers", "PublicPageForm.readers")
                .unless(!languages.isEmpty() && languages.stream().allMatch(FoundOrganisation::isLanguage), "languages", "PublicPageForm.languages")
                .unless(Text.blank(leaveTo) || leaveTo.matches("https://[^\\s\"<>]{3,300}"), "leaveTo", "PublicPageForm.leaveTo")
                .unless(PublicLook.ACCENTS.contains(accent), "accent", "PublicPageForm.accent")
                .unless(title.length() <= LONGEST_TITLE, "title", "PublicPageForm.title")
                .unless(name.length() <= LONGEST_NAME, "name", "PublicPageForm.name")
                .unless(text.stream().allMatch(words -> words.length() <= LONGEST_TEXT), "text", "PublicPageForm.text");
    }

    PublicPage page() {
        var numbers = new ArrayList<EmergencyNumber>();
        rows().stream().filter(row -> !Text.blank(row.number())).forEach(numbers::add);
        return new PublicPage(
                numbers, whole(answerHours), whole(emergencyHours), whole(keepDays), whole(readers), languages, leaveTo,
                new PublicLook(accent, title, name, texts()));
    }

    /** What was typed in this language. */
    public String textIn(String language) {
        return at(text, textIn.indexOf(language));
    }

    private Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        textIn.stream().filter(FoundOrganisation::isLanguage).forEach(language -> texts.put(language, textIn(language)));
        texts.values().removeIf(Text::blank);
        return texts;
    }

    private static boolean fits(EmergencyNumber row) {
        var digits = Text.westernDigits(row.number()).replaceAll("[^0-9]", "");
        return Text.blank(row.number()) && Text.blank(row.label())
                || !Text.blank(row.label()) && row.label().length() <= 100 && row.number().length() <= 30
                        && digits.length() >= 2 && digits.length() <= 15;
    }

    private static boolean within(String typed, int least, int most) {
        var digits = typed == null ? "" : Text.westernDigits(typed);
        return digits.matches("[0-9]{1,5}") && whole(typed) >= least && whole(typed) <= most;
    }

    private static int whole(String typed) {
        return Integer.parseInt(Text.westernDigits(typed));
    }

    private static String at(List<String> list, int index) {
        return index >= 0 && index < list.size() && list.get(index) != null ? list.get(index) : "";
    }
}
