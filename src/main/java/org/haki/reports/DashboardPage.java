package org.haki.reports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.activities.LateWork;
import org.haki.cases.CasesInWork;

/**
 * How the desk is doing: figures of a period from facts, and of this moment from the work itself.
 *
 * @param now     the period's figures
 * @param before  those of the same number of days before it
 * @param partners what was asked of other organisations and what came of it, and what was done for them
 * @param answers what was answered, by the choices of one case type; {@code null} where nothing is counted
 * @param offices the offices side by side, or {@code null} where the page is about one
 * @param live    the figures of this moment, or {@code null} for readers who see no cases
 */
public record DashboardPage(
        Choice choice,
        Figures now,
        Figures before,
        ColumnChart chart,
        List<Answered> answered,
        List<WithPartner> partners,
        AnswerFigures.ByAnswers answers,
        OfficeFigures offices,
        Live live) {

    /** A period's figures. Real are the reports that were not found to be nothing; answered are those decided; refused are contacts that are only counted. */
    public record Figures(long received, Decided decided, long inTime, long closed, long confirmed, long hardMissed, long refused) {}

    /** What became of reports. */
    public record Decided(long accepted, long attached, long consulted, long declined, long notACase) {

        public long real() {
            return accepted + attached + consulted + declined;
        }

        public long all() {
            return real() + notACase;
        }

        /** The number of this decision. */
        public long of(String decision) {
            return switch (decision) {
                case "accepted" -> accepted;
                case "attached" -> attached;
                case "consulted" -> consulted;
                case "declined" -> declined;
                default -> notACase;
            };
        }
    }

    /** How many reports of an urgency had their first answer in time, and when half of them had it, in minutes. */
    public record Answered(String urgency, long inTime, long all, Long median) {

        /** The sentence that says the median, in minutes, hours or days. */
        public String medianSaid() {
            return median < 60 ? "Time.minutes" : median < 48 * 60 ? "Time.hours" : "Time.lengthDays";
        }

        /** How many of them. */
        public long medianIn() {
            return median < 60 ? median : median < 48 * 60 ? median / 60 : median / (24 * 60);
        }
    }

    /** What we asked of another organisation, and what we did for it; {@code name} is "" where it left the network. */
    public record WithPartner(UUID partner, String name, long sent, long accepted, long refused, long completed, long ended, long taken, long given) {}

    /** The figures of this moment; {@code lateOf} is how many things are late in each office, where there are several. */
    public record Live(CasesInWork.Figures cases, LateWork.Figures late, Map<UUID, Long> lateOf, List<Load> loads) {}

    /** What one worker carries; the person is {@code null} for what nobody has yet. */
    public record Load(UUID person, String name, long cases, long pressing, long soon, long late, int longest, int silentDays) {}

    /** The reports that were decided and were not found to be nothing. */
    public static final Behind ANSWERED = Behind.of("intake_decided").with("outcome", "accepted", "attached", "consulted", "declined");

    public static final List<String> DECISIONS = List.of("accepted", "attached", "consulted", "declined", "not_a_case");

    /** The worker with the most things late; {@code null} when nothing is. */
    public Load mostLate() {
        return live == null ? null : live.loads().stream()
                .filter(load -> load.person() != null && load.late() > 0)
                .max((one, other) -> Long.compare(one.late(), other.late()))
                .orElse(null);
    }
}
