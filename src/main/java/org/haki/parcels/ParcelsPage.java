package org.haki.parcels;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Office;

/**
 * Parcels: those that are open, and the last that were signed off, for whoever still sees them.
 *
 * @param lags  how long it takes from paper to here, by who wrote it, for whoever signs off
 * @param names of workers
 */
public record ParcelsPage(List<ParcelLine> open, List<ParcelLine> signed, List<WorkersLag> lags, Map<UUID, String> names, List<Office> offices) {

    public String sender(Parcel parcel) {
        return parcel.senderId() == null ? parcel.senderPlace() : names.getOrDefault(parcel.senderId(), "");
    }

    /** Of several offices the one that a parcel came to; else "". */
    public String office(Parcel parcel) {
        return offices.size() < 2 ? "" : offices.stream().filter(one -> one.id().equals(parcel.office())).map(Office::name).findFirst().orElse("");
    }
}
