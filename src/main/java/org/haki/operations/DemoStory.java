package org.haki.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haki.cases.CaseFile;
import org.haki.cases.ProposeClosing;
import org.haki.cases.VerifyClosing;
import org.haki.cases.WriteNote;
import org.haki.intake.Accept;
import org.haki.intake.Account;
import org.haki.intake.Decline;
import org.haki.intake.Dismiss;
import org.haki.intake.GiveAdvice;
import org.haki.intake.PlanCalls;
import org.haki.intake.Told;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.operations.DemoPeople.Place;
import org.haki.operations.DemoPlan.Progress;
import org.haki.operations.DemoPlan.Report;

/** One report from first word to where it stands now, as deeds in time; told through the services that people use. */
final class DemoStory {

    /** A deed and its moment. */
    record Deed(Instant at, Runnable done) {}

    /** In how many days the next step of an old case is due: one in nine was yesterday or the day before. */
    private static final List<Integer> AHEAD = List.of(-1, 1, 2, 3, 4, 5, 6, 8, 11);

    private final Report report;
    private final Place place;
    private final DemoDesk desk;
    private final DemoWords words;
    private final Instant now;
    private final List<Deed> deeds = new ArrayList<>();
    private final Actor worker;
    private String code;

    DemoStory(Report report, Place place, DemoDesk desk, DemoWords words, Instant now) {
        this.now = now;
        this.report = report;
        this.place = place;
        this.desk = desk;
        this.words = words;
        this.worker = place.workers().get(Math.max(0, report.worker()));
    }

    /** Everything that happened, in order. */
    List<Deed> deeds() {
        then(Duration.ZERO, this::comesIn);
        switch (report.fate()) {
            case WAITS -> { }
            case CALL_BACK -> then(Duration.ofMinutes(25), this::callsArePlanned);
            case NOT_A_CASE -> then(report.decidedIn(), () -> desk.decisions.dismiss(
                    place.operator(), new Dismiss(List.of(code + ".1"), words.one(List.of("test", "prank", "wrong_number")), ""), op(1)));
            case DECLINED -> then(report.decidedIn(), () -> desk.decisions.decline(
                    place.operator(), code, new Decline(words.one(List.of("out_of_mandate", "out_of_area", "no_capacity")), "not_told", ""), op(1)));
            case ADVISED -> then(report.decidedIn(), () -> desk.decisions.consult(
                    place.operator(), code, new GiveAdvice(words.one(List.of("family", "work", "land")), words.note(), "advice", report.sex(), report.ageGroup()), op(1)));
            case CASE -> {
                then(report.decidedIn(), this::isAccepted);
                caseGoesOn();
            }
        }
        return deeds;
    }

    private void caseGoesOn() {
        var progress = report.progress();
        var accepted = report.decidedIn();
        int reached = progress.ordinal();
        if (reached >= Progress.ASSESSED.ordinal()) {
            then(accepted.plusHours(20), () -> desk.isDone(worker, code, words.note()));
            plans(accepted.plusHours(21), "visit", words.place(), 3, progress == Progress.ASSESSED);
        }
        if (reached >= Progress.PLANNED.ordinal()) {
            then(accepted.plusDays(4), () -> desk.isDone(worker, code, words.note()));
            then(accepted.plusDays(4).plusMinutes(9), () -> desk.moves(worker, code, "plan"));
            then(accepted.plusDays(5), () -> desk.notes.write(worker, code, new WriteNote(words.note(), ""), Op.own()));
            plans(accepted.plusDays(5).plusMinutes(7), "service", "", 6, progress == Progress.PLANNED);
        }
        if (reached >= Progress.ACTING.ordinal()) {
            then(accepted.plusDays(9), () -> desk.moves(worker, code, "act"));
            then(accepted.plusDays(10), () -> desk.isDone(worker, code, words.note()));
            plans(accepted.plusDays(10).plusMinutes(5), words.one(List.of("followup", "call", "appointment")), "",
                    8 + report.name().length() % 9, progress == Progress.ACTING);
        }
        if (reached >= Progress.FOLLOWED.ordinal()) {
            then(accepted.plusDays(20), () -> desk.isDone(worker, code, words.note()));
            then(accepted.plusDays(20).plusMinutes(5), () -> desk.moves(worker, code, "follow"));
            plans(accepted.plusDays(20).plusMinutes(9), "followup", "", 14, progress == Progress.FOLLOWED);
        }
        if (reached >= Progress.CLOSING.ordinal()) {
            closes(progress, accepted.plusDays(33));
        }
    }

    private void closes(Progress progress, Duration proposed) {
        then(proposed, () -> desk.isDone(worker, code, words.note()));
        then(proposed.plusMinutes(12), this::closingIsProposed);
        if (progress == Progress.CLOSING) {
            return;
        }
        boolean disputed = progress == Progress.DISPUTED;
        then(proposed.plusDays(2), () -> desk.verifications.verify(place.operator(), code,
                new VerifyClosing(disputed ? "disputed" : "confirmed", "client", "", words.note()), desk.base(place.operator(), code)));
        if (disputed) {
            plans(proposed.plusDays(3), "call", "", 4, true);
        }
        if (progress == Progress.REOPENED) {
            var lately = Duration.between(report.at(), now).minusDays(3);
            then(lately, () -> desk.closings.reopen(place.supervisor(), code, "came_back", desk.base(place.supervisor(), code)));
            plans(lately.plusMinutes(8), "call", "", 2, true);
        }
    }

    private void comesIn() {
        boolean web = report.channel().equals("web");
        var by = web ? desk.atPublicPage(place.org()) : place.operator();
        var account = new Account(report.words(), report.where(), "", null, report.name(), report.aboutHerself() ? report.name() : "",
                "", report.number(), "mine", List.of("10", "15"), "", "");
        code = desk.intakes.receive(by, new Told(Id.next(), place.office(), report.channel(), report.tongue().language(),
                report.aboutHerself() ? "me" : "other", report.ageGroup(), report.urgency(), "call", report.at(), false, account)).code();
    }

    private void callsArePlanned() {
        var tomorrow = desk.now().atZone(place.operator().zone()).toLocalDate().plusDays(1);
        desk.attempts.plan(place.operator(), code,
                new PlanCalls(List.of(tomorrow + "T10:30", tomorrow + "T15:30"), place.operator().person().toString()), op(1));
    }

    private void isAccepted() {
        var asked = report.asked() ? "given" : "not_yet_asked";
        // an operator leaves the team of a fenced case after fourteen days, which may lie behind us already
        var who = report.fenced() ? place.supervisor() : place.operator();
        desk.acceptances.accept(who, code, new Accept(desk.caseType(), Accept.NEW, report.name(), report.sex(), report.ageGroup(),
                report.urgency(), report.worker() < 0 && report.progress() == Progress.NEW ? Accept.QUEUE : worker.person().toString(),
                report.fenced() ? "yes" : "no", "given", asked, "verbal_phone", report.ageGroup().equals("child") ? "caregiver" : "self",
                desk.alike(place.operator(), report.name(), report.ageGroup()), herWord(report.ageGroup())), op(1));
    }

    /** What whoever may be a child says herself. */
    private static String herWord(String ageGroup) {
        return switch (ageGroup) {
            case "adult" -> "";
            case "child" -> "yes";
            default -> "of_age";
        };
    }

    private void closingIsProposed() {
        CaseFile file = desk.file(worker, code);
        desk.closings.propose(worker, code, new ProposeClosing(words.one(List.of("solved", "solved", "partly", "informed")), "completed",
                words.one(List.of("legal", "counselling", "accompaniment")), words.note(), "yes", place.operator().person().toString()),
                new Op(Id.next(), file.version(), new byte[0]));
    }

    /** Plans something in so many days; what is the last of this story, so that it is still to be done, mostly lies ahead of today. */
    private void plans(Duration after, String kind, String place, int days, boolean last) {
        long ahead = Duration.between(report.at().plus(after), now).toDays();
        int due = last && days <= ahead ? (int) ahead + words.one(AHEAD) : days;
        then(after, () -> desk.plans(worker, code, kind, place, due));
    }

    private void then(Duration after, Runnable done) {
        deeds.add(new Deed(report.at().plus(after), done));
    }

    private static Op op(int base) {
        return new Op(Id.next(), base, new byte[0]);
    }

}
