package org.haki.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haki.activities.Activity;
import org.haki.activities.ActivityScene;
import org.haki.activities.ActivityScenes;
import org.haki.activities.Plans;
import org.haki.advocacy.ObservationRegister;
import org.haki.cases.CaseEndings;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseLeads;
import org.haki.cases.CaseParts;
import org.haki.cases.CasePeople;
import org.haki.cases.CaseStatus;
import org.haki.cases.CaseStory;
import org.haki.cases.CaseType;
import org.haki.cases.NoteEntry;
import org.haki.cases.StoryEntry;
import org.haki.cases.TypeVersions;
import org.haki.cases.Verifications;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.referrals.Referrals;
import org.haki.sheets.Sheets;
import org.haki.surveys.SurveyCases;
import org.springframework.stereotype.Service;

/** Puts a case together from what the modules know of it. */
@Service
class CaseDesk {

    private static final int STORY_SHOWN = 60;
    private static final Comparator<StoryEntry> NEWEST =
            Comparator.comparing(StoryEntry::at).thenComparing(StoryEntry::id).reversed();

    private final Work work;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final CaseStory story;
    private final Verifications verifications;
    private final TypeVersions versions;
    private final Plans plans;
    private final Referrals referrals;
    private final ActivityScenes scenes;
    private final CaseLeads leads;
    private final Sheets sheets;
    private final SurveyCases forms;
    private final ObservationRegister observations;
    private final Clock clock;

    CaseDesk(Work work, CaseFiles cases, CaseParts parts, CaseStory story, Verifications verifications, TypeVersions versions, Plans plans,
            Referrals referrals, ActivityScenes scenes, CaseLeads leads, Sheets sheets, SurveyCases forms, ObservationRegister observations, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.parts = parts;
        this.story = story;
        this.verifications = verifications;
        this.versions = versions;
        this.plans = plans;
        this.referrals = referrals;
        this.scenes = scenes;
        this.leads = leads;
        this.sheets = sheets;
        this.forms = forms;
        this.observations = observations;
        this.clock = clock;
    }

    /** The case as this reader may see it: whole, or its card. */
    Record see(Actor actor, String code) {
        if (!actor.may("case.read")) {
            return work.as(actor, "case.card", () -> card(actor, cases.openFor(actor, code, "case.card")));
        }
        return work.as(actor, "case.read", () -> {
            var file = cases.open(actor, code);
            return actor.may("case.read", file.office()) ? whole(actor, file) : card(actor, cases.openFor(actor, code, "case.card"));
        });
    }

    /** The case anew, where anything was said in it since it was seen. */
    Optional<CasePage> news(Actor actor, String code, Instant seen) {
        return work.as(actor, "case.read", () -> cases.isTouchedAfter(actor, code, seen)
                ? Optional.of(whole(actor, cases.open(actor, code)))
                : Optional.empty());
    }

    CaseHistoryPage history(Actor actor, String code) {
        return work.as(actor, "case.history", () -> {
            var file = cases.openFor(actor, code, "case.history");
            var people = parts.people(actor, file);
            var scene = scene(actor, file).toRead();
            return new CaseHistoryPage(
                    scene,
                    told(actor, file, scene).reversed().stream().map(CaseDesk::toRead).toList(),
                    new CasePeople(file, people.parties(), people.team(), false, false),
                    parts.consents(actor, file),
                    parts.endings(actor, file),
                    actor.name(),
                    clock.instant());
        });
    }

    private CasePage whole(Actor actor, CaseFile file) {
        var people = parts.people(actor, file);
        var scene = scene(actor, file);
        var told = told(actor, file, scene);
        var shown = told.subList(0, Math.min(STORY_SHOWN, told.size()));
        var endings = parts.endings(actor, file);
        boolean over = file.status() == CaseStatus.CLOSED || file.status() == CaseStatus.ARCHIVED;
        return new CasePage(
                scene, lead(actor, file), shown, told.size() - shown.size(), sheets.of(actor, file), people, parts.consents(actor, file), forms.of(actor, file),
                actor.may("observation.see") ? observations.ofCase(actor, file) : List.of(), endings,
                mayCheck(actor, file, endings),
                over && !endings.handedOver() && actor.may("case.reopen", file.office())
                        && (file.status() == CaseStatus.CLOSED || actor.may("case.waive", file.office())),
                actor.may("case.version", file.office()) ? versions.newer(actor, file).map(CaseType::version).orElse(0) : 0);
    }

    private CaseCardPage card(Actor actor, CaseFile file) {
        var people = actor.may("person.see", file.office()) ? parts.people(actor, file) : null;
        return new CaseCardPage(
                parts.head(actor, file),
                lead(actor, file),
                people,
                mayCheck(actor, file, parts.endings(actor, file)));
    }

    private String lead(Actor actor, CaseFile file) {
        return leads.of(actor, file).map(CaseLeads.Lead::name).orElse("");
    }

    private boolean mayCheck(Actor actor, CaseFile file, CaseEndings endings) {
        return file.status() == CaseStatus.CLOSING
                && actor.may("case.verify", file.office())
                && endings.closures().stream()
                        .filter(closure -> closure.endedAt() == null)
                        .anyMatch(closure -> verifications.isSomebodyElse(actor, file, closure));
    }

    private ActivityScene scene(Actor actor, CaseFile file) {
        var plan = plans.ofCase(actor, file);
        return new ActivityScene(
                file.path(),
                parts.head(actor, file),
                plan,
                scenes.names(actor, plan),
                List.of(),
                file.isOpen() && actor.may("activity.write", file.office()),
                actor.may("activity.settle", file.office()));
    }

    /** Notes, what happened to the case, and what was done in it, the newest first. */
    private List<StoryEntry> told(Actor actor, CaseFile file, ActivityScene scene) {
        var told = new ArrayList<>(story.of(actor, file));
        told.addAll(referrals.story(actor, file));
        scene.plan().stream().filter(one -> one.row().state() == Activity.State.DONE).forEach(told::add);
        told.sort(NEWEST);
        return told;
    }

    /** A note without the way to amend it: a document is read. */
    private static StoryEntry toRead(StoryEntry entry) {
        return entry instanceof NoteEntry note
                ? new NoteEntry(note.id(), note.narrative(), note.at(), note.wholeDay(), note.by(), note.text(), note.amendedAt(),
                        note.older(), null)
                : entry;
    }
}
