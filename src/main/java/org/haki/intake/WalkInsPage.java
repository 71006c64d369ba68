package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.haki.access.Office;
import org.haki.cases.Labels;
import org.haki.kernel.Errors;

/**
 * The register of walk-ins: a line to write, and those that were written.
 *
 * @param older the address of the lines before these, or {@code null}
 * @param newer the address of the newest, or {@code null} where they are shown
 */
public record WalkInsPage(
        WriteWalkIn said, List<Office> offices, Map<String, Labels> services, List<Line> lines, String newer, String older,
        Errors errors) {

    /**
     * A line.
     *
     * @param name     "" where none was given, {@code null} where it is not shown any more
     * @param note     what was asked and done; {@code null} where it is not shown any more
     * @param by       who wrote it
     * @param caseCode the case that it became, or {@code null}
     * @param open     whether it may become a case yet
     */
    public record Line(
            String code, Instant at, String name, String sex, String ageGroup, String topic, String where, String note, String service,
            String by, String caseCode, boolean open) {}
}
