package org.haki.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Work;
import org.haki.ui.TableBook;
import org.haki.ui.Words;
import org.springframework.stereotype.Service;

/**
 * The figures of a period, to take along: what the page of figures shows this reader for the offices in which she may take
 * them, and nothing that it hides. Whoever takes them stands in the file and in the trail.
 */
@Service
class FigureDownloads {

    private static final String VERB = "report.export";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private record Taken(Choice choice, List<TableBook.Table> tables) {}

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final Dashboards dashboards;
    private final Workers workers;
    private final IntakeRoom intakes;
    private final Indicators indicators;
    private final AnswerFigures answers;
    private final Words words;
    private final Clock clock;

    FigureDownloads(Work work, Audit audit, Organisations organisations, Dashboards dashboards, Workers workers,
            IntakeRoom intakes, Indicators indicators, AnswerFigures answers, Words words, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.dashboards = dashboards;
        this.workers = workers;
        this.intakes = intakes;
        this.indicators = indicators;
        this.answers = answers;
        this.words = words;
        this.clock = clock;
    }

    /** Before the figures for the days, the office and the case type in an address are taken along. */
    FigureDownloadPage page(Actor reader, AskFigures asked, String kind, Errors errors) {
        var outlook = outlook(reader, asked);
        return work.as(outlook.reader(), VERB, () -> {
            var today = LocalDate.ofInstant(clock.instant(), reader.zone());
            var choice = outlook.choice("/reports", asked, today, organisations);
            var type = answers.types().stream().map(one -> one.key()).filter(key -> key.equals(asked.type())).findFirst().orElse("");
            return new FigureDownloadPage(choice, type, asked.page(), kind, errors);
        });
    }

    /** The figures themselves, in this language; the trail says of which days and which office. */
    TableBook take(Actor reader, AskFigures asked, String language) {
        var actor = outlook(reader, asked).actor();
        return work.as(actor, VERB, () -> {
            var taken = tables(actor, asked, language);
            audit.note("report.exported", actor.org(), taken.choice().query() + (asked.page().isEmpty() ? "" : "&page=" + asked.page()));
            return new TableBook(about(actor, taken.choice(), language), taken.tables());
        });
    }

    /** The offices in which both the page and taking it along are the reader's. */
    private static Outlook outlook(Actor reader, AskFigures asked) {
        var verb = Choice.ROOMS.get(asked.page().isEmpty() ? "/reports" : "/reports/" + asked.page());
        return Outlook.of(Outlook.of(reader, verb, "").actor(), VERB, asked.office());
    }

    /** The tables of the page that is asked for; each by its own verb besides. */
    private Taken tables(Actor actor, AskFigures asked, String language) {
        var tables = new FigureTables(words, language);
        return switch (asked.page()) {
            case "intake" -> taken(intakes.page(actor, VERB, asked), language);
            case "indicators" -> taken(indicators.page(actor, VERB, asked), language);
            case "workers" -> {
                var page = workers.page(actor, VERB, asked);
                yield new Taken(page.choice(), List.of(tables.workers(page)));
            }
            default -> {
                var page = dashboards.page(actor, VERB, asked);
                yield new Taken(page.choice(), tables.of(page));
            }
        };
    }

    private Taken taken(RolePage page, String language) {
        return new Taken(page.choice(), page.grids().stream().map(grid -> grid.table(words, language)).toList());
    }

    private List<List<Object>> about(Actor reader, Choice choice, String language) {
        var offices = choice.looked().stream().map(Office::name).collect(Collectors.joining(", "));
        return List.of(
                Arrays.asList(words.say(language, "FigureDownload.from"), choice.period().from(), words.say(language, "FigureDownload.to"),
                        choice.period().to(), words.say(language, "FigureDownload.offices"), offices, words.say(language, "FigureDownload.by"),
                        reader.name(), words.say(language, "FigureDownload.at"),
                        MINUTE.format(LocalDateTime.ofInstant(clock.instant(), reader.zone()))),
                List.of(words.say(language, "FigureDownload.remark") + " " + words.say(language, "DashboardPage.notes")));
    }
}
