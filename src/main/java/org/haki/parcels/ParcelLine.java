package org.haki.parcels;

/**
 * A parcel in a list.
 *
 * @param missing how many of its sheets were not in the bundle
 * @param queries how many things that could not be read are not answered yet
 * @param lag     how many days lay between writing and typing a sheet: half of them took no longer; {@code null} where no sheet has a day
 */
public record ParcelLine(Parcel parcel, int sheets, int entered, int missing, int queries, Integer lag) {

    public int waiting() {
        return sheets - entered - missing;
    }
}
