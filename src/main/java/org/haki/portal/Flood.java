package org.haki.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.haki.access.Tally;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Against floods: over a cap a report is asked for a proof of work, and without it goes to quarantine. Never is one
 * refused or dropped: a refugee camp shares one address.
 */
@Component
class Flood {

    private final Tally hour;
    private final Tally tenMinutes;
    private final int perOrganisation;
    private final int perAddress;
    private final int wrongCodes;

    Flood(
            Clock clock,
            @Value("${haki.portal.reports-per-hour}") int perOrganisation,
            @Value("${haki.portal.reports-per-hour-and-address}") int perAddress,
            @Value("${haki.portal.wrong-codes}") int wrongCodes) {
        this.hour = new Tally(clock, Duration.ofHours(1));
        this.tenMinutes = new Tally(clock, Duration.ofMinutes(10));
        this.perOrganisation = perOrganisation;
        this.perAddress = perAddress;
        this.wrongCodes = wrongCodes;
    }

    /** Whether the next one of this form ("report", "join") would be over a cap. */
    boolean over(String form, UUID org, String address) {
        return hour.counted(desk(form, org)) >= perOrganisation || hour.counted(visitor(form, org, address)) >= perAddress;
    }

    /** Counts one more; answers whether it is over a cap. */
    boolean count(String form, UUID org, String address) {
        boolean desk = hour.count(desk(form, org)) >= perOrganisation;
        boolean visitor = hour.count(visitor(form, org, address)) >= perAddress;
        return desk || visitor;
    }

    /** Whether too many wrong codes came from there in these ten minutes. */
    boolean guesses(String address) {
        return tenMinutes.counted(Tally.network(address)) >= wrongCodes;
    }

    void countGuess(String address) {
        tenMinutes.count(Tally.network(address));
    }

    private static String desk(String form, UUID org) {
        return form + " " + org;
    }

    private static String visitor(String form, UUID org, String address) {
        return desk(form, org) + " " + Tally.network(address);
    }
}
