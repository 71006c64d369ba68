package org.haki.desk;

import java.util.List;
import org.haki.access.Download;
import org.haki.access.Taking;
import org.haki.kernel.Code;
import org.springframework.stereotype.Component;

/** Who opened a case, to take along: for whoever must answer for it. */
@Component
class OpeningsDownload implements Download {

    private final Openings openings;

    OpeningsDownload(Openings openings) {
        this.openings = openings;
    }

    @Override
    public String key() {
        return "openings";
    }

    @Override
    public String verb() {
        return "audit.export";
    }

    @Override
    public String place() {
        return "cases";
    }

    @Override
    public String back(Taking taking) {
        return "/cases/" + Code.of(taking.of("code")) + "/openings";
    }

    @Override
    public List<String> head() {
        return List.of("OpeningsPage.when", "OpeningsPage.who", "OpeningsPage.what");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, Long.MAX_VALUE);
    }

    private Part part(Taking taking, long before) {
        var read = openings.some(taking.actor(), Code.of(taking.of("code")), before, AT_ONCE);
        return new Part(read.lines().stream().map(line -> row(taking, line)).toList(), 0, read.last() == 0 ? null : () -> part(taking, read.last()));
    }

    private static List<Object> row(Taking taking, OpeningsPage.Line line) {
        return List.of(taking.minute(line.at()), line.word() == null ? line.who() : taking.say(line.word()), taking.say(line.act()));
    }
}
