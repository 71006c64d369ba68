package org.haki.surveys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was filled in, as it came.
 *
 * @param version    the version of the form that it was filled in with
 * @param office     whose it is
 * @param xml        the very bytes, which are kept
 * @param files      those that came with it; what it names besides is expected still
 * @param source     {@code page}, {@code paper}, {@code device}, {@code import} or {@code public}
 * @param device     what the device calls itself, or ""
 * @param happenedAt when it was filled in
 * @param code       that its paper carried; {@code null} for a new one
 * @param paper      of what came in a parcel which sheet that is; else {@code null}
 */
public record ReceivedInstance(SurveyVersion version, UUID office, byte[] xml, List<ReceivedFile> files, String source, String device, Instant happenedAt, String code,
        PaperSheet paper) {

    public ReceivedInstance(SurveyVersion version, UUID office, byte[] xml, List<ReceivedFile> files, String source, String device, Instant happenedAt) {
        this(version, office, xml, files, source, device, happenedAt, null, null);
    }

    public ReceivedInstance(SurveyVersion version, UUID office, byte[] xml, List<ReceivedFile> files, String source, String device, Instant happenedAt, String code) {
        this(version, office, xml, files, source, device, happenedAt, code, null);
    }

    /** A file that an instance names. */
    public record ReceivedFile(String name, String mediaType, byte[] content) {}
}
