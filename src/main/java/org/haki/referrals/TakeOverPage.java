package org.haki.referrals;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.cases.CaseType;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Errors;
import org.haki.people.Likeness;

/**
 * A case to take over: what comes, and to whom.
 *
 * @param from  who hands it over
 * @param types as what it can come
 * @param alike who in the register may be the client
 * @param ready whether the organisation may open cases yet
 */
public record TakeOverPage(
        CaseWindow window, String from, TransferredCases.Parcel parcel, List<Office> offices, List<Colleague> owners, List<CaseType> types,
        List<Likeness> alike, TakeOver said, boolean ready, Errors errors) {

    public String path() {
        return window.path() + "/takeover";
    }

    /** Whether cases of its kind are opened here. */
    public boolean adopted() {
        return types.stream().anyMatch(type -> type.key().equals(parcel.type()));
    }
}
