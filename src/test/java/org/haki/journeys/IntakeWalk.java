package org.haki.journeys;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.Visitor;
import org.springframework.context.ApplicationContext;

/** The desk at work: the queue and its views, a report, and each way to decide about it. */
final class IntakeWalk {

    private static final String WORDS = "He came back last night. My sister is hiding at the neighbour’s house.";

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;
    private final Page fatou;

    IntakeWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
        this.fatou = gallery.of(town.fatou);
    }

    void walk() {
        gallery.at(gallery.of(town.prem), "/intake?view=call_back", "intake-empty");
        theQueue();
        callingBack();
        accepting();
        decidingOtherwise();
        aCallThatCameIn();
        theRegister();
    }

    private void theRegister() {
        var wanjiru = gallery.of(town.wanjiru);
        gallery.at(wanjiru, "/walk-ins", "walk-ins-empty");
        gallery.send(wanjiru, "walk-ins-sent-back");
        var atTheCounter = town.wanjiru.signedIn();
        line(atTheCounter, "name", "Nirmala Thapa", "topic", "benefits", "note", "Grant refused; explained the appeal and wrote it with her", "where", "Oldbridge");
        line(atTheCounter, "topic", "work", "note", "Dismissed without notice, wants to know her rights");
        gallery.at(wanjiru, "/walk-ins", "walk-ins");
        wanjiru.locator("a[href$='/acceptance']").first().click();
        gallery.at(wanjiru, URI.create(wanjiru.url()).getPath(), "walk-in-becomes-a-case");
    }

    private static void line(Visitor who, String... more) {
        var fields = Stream.concat(Stream.of("sex", "female", "ageGroup", "adult", "service", "advice"), Arrays.stream(more)).toArray(String[]::new);
        who.fill("/walk-ins", "/walk-ins", fields);
    }

    private void theQueue() {
        told("words", WORDS, "safe", "emergency", "reach", "none", "about", "other", "where", "Seti Bazaar", "when", "last night");
        told("words", "My landlord keeps my papers and wants money for them.", "safe", "urgent", "reach", "none");
        told("words", "আমার স্বামী আমাকে ঘর থেকে বের করে দিয়েছে।", "reach", "none", "language", "bn");
        told("words", "win a new phone", "reach", "none", "topic", "cheap");
        gallery.at(fatou, "/intake", "intake");
        gallery.at(fatou, "/intake?view=quarantine", "intake-quarantine");
        gallery.at(fatou, "/intake?urgency=emergency", "intake-narrowed");
        var report = report("", "landlord");
        gallery.at(fatou, report, "intake-reading");
        Chrome.print(fatou, "intake-reading");
        gallery.at(gallery.of(town.leila), report, "intake-reading-of-another");
        gallery.at(fatou, report("?view=quarantine", "phone"), "intake-reading-quarantined");
    }

    /** With the safe-contact plan that she gave, before every way to call. */
    private void callingBack() {
        told("words", "Please ring me at ten, my brother hears everything else.", "safe", "normal", "reach", "call", "number",
                "+254 712 345 678", "hour", "10", "whose", "looked", "ifOther", "the sewing class");
        var report = report("", "ring me");
        gallery.at(fatou, report + "/attempts", "intake-plan-calls");
        fatou.fill("input[name=at] >> nth=0", "2024-01-01T10:30");
        gallery.send(fatou, "intake-plan-calls-sent-back");
        fatou.fill("input[name=at] >> nth=0", Town.today().plusDays(1) + "T10:30");
        gallery.send(fatou, "intake-reading-with-calls");
        gallery.at(fatou, fatou.locator("a[href*='/attempts/']").first().getAttribute("href"), "intake-log-call");
        gallery.send(fatou, "intake-log-call-sent-back");
        fatou.check("input[name=outcome][value=no_answer]");
        gallery.send(fatou, "intake-reading-after-a-call");
        gallery.at(fatou, "/intake?view=call_back", "intake-call-back");
    }

    private void accepting() {
        var file = CaseStory.in(haki, town).urgency("urgent").open();
        told("words", "It is Asha again, he found the house.", "safe", "urgent", "reach", "call", "number", "+254 20 555 0173", "hour", "10");
        var report = report("", "found the house");
        gallery.at(fatou, report, "intake-reading-alike");
        gallery.at(fatou, report + "/attachment", "intake-attach");
        fatou.fill("#caseCode", "no code");
        gallery.send(fatou, "intake-attach-sent-back");
        gallery.at(fatou, report + "/acceptance", "intake-accept");
        gallery.send(fatou, "intake-accept-sent-back");
        gallery.go(fatou, report + "/attachment");
        fatou.fill("#caseCode", file.code());
        gallery.send(fatou, "intake-reading-attached");
    }

    private void decidingOtherwise() {
        var report = report("", "landlord");
        gallery.at(fatou, report + "/consult", "intake-consult");
        gallery.send(fatou, "intake-consult-sent-back");
        gallery.at(fatou, report + "/answer", "intake-answer");
        gallery.send(fatou, "intake-answer-sent-back");
        fatou.fill("#answer", "We read it. Come on Monday at nine, ask for the blue door.");
        gallery.send(fatou, "intake-reading-answered");
        gallery.at(fatou, report + "/decline", "intake-decline");
        gallery.send(fatou, "intake-decline-sent-back");
        fatou.check("input[name=reason][value=out_of_area]");
        fatou.check("input[name=told][value=spoke]");
        gallery.press(fatou);
        gallery.at(gallery.of(town.leila), report, "intake-reading-declined");
        var junk = report("?view=quarantine", "phone");
        gallery.at(fatou, junk + "/dismissal", "intake-dismissal");
        gallery.send(fatou, "intake-dismissal-sent-back");
        gallery.go(fatou, junk + "/dismissal");
        fatou.check("input[name=reason] >> nth=0");
        gallery.send(fatou, "intake-undo");
        gallery.at(fatou, "/intake?view=decided", "intake-decided");
    }

    private void aCallThatCameIn() {
        gallery.at(fatou, "/intake/new", "intake-take");
        gallery.send(fatou, "intake-take-sent-back");
    }

    /** Sends the public form with these fields. */
    private void told(String... fields) {
        var page = "/report/" + town.riverbend.slug();
        var answer = town.stranger().get(page).form(page).send(Stream.concat(Arrays.stream(fields), Stream.of("age", "adult")).toArray(String[]::new));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    /** The first report of this view of the queue in which this word stands. */
    private String report(String view, String word) {
        gallery.go(fatou, "/intake" + view);
        return fatou.locator(".queue-row .voice a").filter(new FilterOptions().setHasText(word)).first().getAttribute("href").replaceFirst("[?#].*", "");
    }
}
