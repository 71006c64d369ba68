package org.haki.access;

import java.time.ZoneId;
import java.util.UUID;

/**
 * An organisation: whose cases, whose time, whose words.
 *
 * @param slug       in the address of its public page
 * @param zone       the time zone in which its due dates are meant
 * @param language   the language of its own pages and letters
 * @param region     ISO 3166 country, for telephone numbers
 * @param publicPage what its public page shows and promises
 * @param ready      whether its recovery sheet was typed back, so that real cases may be opened
 */
public record Organisation(
        UUID id,
        String slug,
        String name,
        ZoneId zone,
        String language,
        String region,
        PublicPage publicPage,
        boolean ready) {}
