package org.haki.surveys;

import java.time.Instant;
import org.haki.access.QrSquare;
import org.haki.cases.CaseFile;

/**
 * The way by which a client says alone how it was, shown once: to be read out to her, or to go with her as a card.
 *
 * @param address where it leads; {@code null} where it was shown before
 * @param code    the end of the address, in groups
 * @param picture the address, for a camera
 */
public record ClosingLinkPage(CaseFile file, String address, String code, QrSquare picture, Instant until) {}
