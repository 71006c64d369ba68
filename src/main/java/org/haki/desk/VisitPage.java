package org.haki.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.activities.OpenedActivity;
import org.haki.advocacy.ObservationLine;
import org.haki.cases.CaseFile;
import org.haki.kernel.Errors;
import org.haki.lists.ListEntry;
import org.haki.people.Identity;
import org.haki.sheets.Application;

/**
 * Who stands where at one institution: a line for each application, or step that names it as its place, with what comes next.
 *
 * @param names  of the owners, by id
 * @param said   what was typed into it
 * @param unkept what was typed for steps that are not open here any more
 * @param noted  what the reader noted of this institution within the last day, and may take back
 */
public record VisitPage(ListEntry institution, List<Line> lines, String owner, Map<UUID, String> names, int looked,
        String older, RecordVisits said, Errors errors, List<RecordVisits.Line> unkept, int saved, List<ObservationLine> noted) {

    /** @param application {@code null} where a step by hand names the place */
    public record Line(CaseFile file, Identity client, Application application, OpenedActivity step) {

        public String id() {
            return step.row().id().toString();
        }

        /** Whether what came of it is said in this line: what waits for something else, or gives a service, has a page that asks more. */
        public boolean isFilledHere() {
            return !step.row().blocked() && !step.row().kind().key().equals("service");
        }
    }

    VisitPage told(RecordVisits typed, Errors wrong, List<RecordVisits.Line> left, int kept) {
        return new VisitPage(institution, lines, owner, names, looked, older, typed, wrong, left, kept, noted);
    }

    public String path() {
        return "/visits/" + institution.id();
    }

    public String sheet() {
        return address(path() + "/sheet", owner, said.after());
    }

    public String all() {
        return address("/visits", owner, said.after());
    }

    public String next() {
        return older.isEmpty() ? null : address(path(), owner, older);
    }

    public String newer() {
        return said.after().isEmpty() ? null : address(path(), owner, "");
    }

    public String ownerOf(CaseFile file) {
        return names.getOrDefault(file.owner(), "");
    }

    /** This address for these cases; ids and keys only. */
    static String address(String path, String owner, String after) {
        var whose = owner.matches("[a-z0-9-]{1,36}") ? "?owner=" + owner : "?owner=";
        return path + whose + (after.matches("[0-9a-f_-]{1,60}") ? "&after=" + after : "");
    }
}
