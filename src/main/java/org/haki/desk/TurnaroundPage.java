package org.haki.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.access.QrSquare;
import org.haki.activities.OpenedActivity;
import org.haki.cases.CaseFile;
import org.haki.kernel.Errors;
import org.haki.people.Identity;

/**
 * Somebody's open cases with what comes next in each: to be printed and taken along, and filled in afterwards in the same order.
 *
 * @param clients who they are, where names were asked for
 * @param whose   whose cases these are; "" for those of several
 * @param looked  how many cases were looked at
 */
public record TurnaroundPage(List<Line> lines, Map<UUID, Identity> clients, String owner, List<Colleague> owners, String whose, boolean names, int looked,
        String after, String older, RecordVisits said, Errors errors, int saved) {

    /** A case, what comes next in it, and its address for a camera. */
    public record Line(CaseFile file, OpenedActivity step, QrSquare picture) {

        static Line of(CaseFile file, OpenedActivity step, String publicUrl) {
            return new Line(file, step, QrSquare.of(publicUrl + file.path()));
        }

        public String id() {
            return step.row().id().toString();
        }

        /** Whether what came of it is said in this line: what waits for something else, or gives a service, has a page that asks more. */
        public boolean isFilledHere() {
            return !step.row().blocked() && !step.row().kind().key().equals("service");
        }
    }

    TurnaroundPage told(RecordVisits typed, Errors wrong, int kept) {
        return new TurnaroundPage(lines, clients, owner, owners, whose, names, looked, after, older, typed, wrong, kept);
    }

    public Identity client(Line line) {
        return clients.get(line.file().client());
    }

    /** Where the same is to be printed. */
    public String sheet() {
        return address("/turnaround/sheet", after);
    }

    public String fill() {
        return address("/turnaround", after);
    }

    public String next() {
        return older.isEmpty() ? null : address("/turnaround", older);
    }

    public String newer() {
        return after.isEmpty() ? null : address("/turnaround", "");
    }

    private String address(String path, String from) {
        return VisitPage.address(path, owner, from) + (names ? "&names=yes" : "");
    }
}
