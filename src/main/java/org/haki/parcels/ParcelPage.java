package org.haki.parcels;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.surveys.Survey;
import org.haki.ui.Ui;

/**
 * One parcel and its sheets.
 *
 * @param queries what was asked back about its sheets, answered or not
 * @param forms   of its sheets, and those of which one more sheet may be found in it
 * @param names   of who sent, wrote and typed
 * @param office  that it came to, where there are several; else ""
 */
public record ParcelPage(Parcel parcel, List<ParcelSheet> sheets, List<PaperQuery> queries, List<Survey> forms, Map<UUID, String> names, String office) {

    /** The numbers that are missing among those of one form. */
    public record Gap(String form, List<Integer> numbers) {}

    public String sender() {
        return parcel.senderId() == null ? parcel.senderPlace() : name(parcel.senderId());
    }

    /** What a sheet is called: by its sender's number, else by the code printed on it, else by its place in the queue. */
    public String called(Ui ui, ParcelSheet sheet) {
        return sheet.number() != null ? ui.say("ParcelPage.number", ui.number(sheet.number())) : sheet.code() != null ? ui.code(sheet.code())
                : ui.say("ParcelPage.place", ui.number(sheet.place()));
    }

    /** These numbers as one reads them. */
    public String numbers(Ui ui, List<Integer> numbers) {
        return numbers.stream().map(ui::number).collect(Collectors.joining(", "));
    }

    /** What the sheets are called that were not in the bundle. */
    public String absent(Ui ui) {
        return sheets.stream().filter(sheet -> sheet.state() == ParcelSheet.State.MISSING).map(sheet -> called(ui, sheet)).collect(Collectors.joining(", "));
    }

    public String name(UUID person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    public String form(UUID survey) {
        return forms.stream().filter(one -> one.id().equals(survey)).map(Survey::title).findFirst().orElse("");
    }

    /** The forms of its sheets, each once. */
    public List<UUID> surveys() {
        return List.copyOf(sheets.stream().map(ParcelSheet::survey).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public long count(ParcelSheet.State state) {
        return sheets.stream().filter(sheet -> sheet.state() == state).count();
    }

    public long entered() {
        return count(ParcelSheet.State.ENTERED);
    }

    public long waiting() {
        return count(ParcelSheet.State.WAITING);
    }

    /** The next sheet to be typed in, or {@code null}. */
    public ParcelSheet next() {
        return sheets.stream().filter(ParcelSheet::isWaiting).findFirst().orElse(null);
    }

    public long queries(ParcelSheet sheet) {
        return queries.stream().filter(query -> query.isOpen() && query.sheet().equals(sheet.id())).count();
    }

    public long openQueries() {
        return queries.stream().filter(PaperQuery::isOpen).count();
    }

    /** Numbers that lie between the first and the last of a form, and did not come. */
    public List<Gap> gaps() {
        return surveys().stream()
                .map(survey -> new Gap(form(survey), SheetNumbers.gaps(sheets.stream().filter(sheet -> sheet.survey().equals(survey) && sheet.state() != ParcelSheet.State.MISSING)
                        .map(ParcelSheet::number).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new)))))
                .filter(gap -> !gap.numbers().isEmpty())
                .toList();
    }

    /** How many days lay between writing and typing its sheets: half of them took no longer; {@code null} where none has a day. */
    public Long lag(ZoneId zone) {
        var days = sheets.stream().filter(sheet -> sheet.isEntered() && sheet.writtenOn() != null).map(sheet -> sheet.lag(zone)).sorted().toList();
        return days.isEmpty() ? null : days.get((days.size() - 1) / 2);
    }
}
