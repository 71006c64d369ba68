package org.haki.referrals;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Errors;

/**
 * A case to take over: what comes, and to whom.
 *
 * @param from   who hands it over
 * @param office the chosen one's id, or ""
 * @param owner  the chosen one's id, "queue", or ""
 * @param ready  whether the organisation may open cases yet
 */
public record TakeOverPage(
        CaseWindow window, String from, TransferredCases.Parcel parcel, List<Office> offices, List<Colleague> owners, String office,
        String owner, boolean ready, Errors errors) {

    public String path() {
        return window.path() + "/takeover";
    }
}
