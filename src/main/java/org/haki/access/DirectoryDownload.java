package org.haki.access;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The service directory, to take along, with whom to ask. */
@Component
class DirectoryDownload implements Download {

    private final Directory directory;

    DirectoryDownload(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String key() {
        return "services";
    }

    @Override
    public String verb() {
        return "directory.export";
    }

    @Override
    public String place() {
        return "directory";
    }

    @Override
    public String back(Taking taking) {
        return taking.address("/directory", "kind", "area");
    }

    @Override
    public List<String> head() {
        return List.of("DirectoryPage.service", "DirectoryPage.who", "DirectoryPage.where", "DirectoryPage.whom", "DirectoryDownload.languages",
                "DirectoryPage.ask", "DirectoryDownload.hours", "DirectoryPage.taking");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, null, null);
    }

    private Part part(Taking taking, String afterName, UUID afterId) {
        var found = directory.page(taking.actor(), taking.of("kind"), taking.of("area"), afterName, afterId, AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        return new Part(shown.stream().map(offer -> row(taking, offer)).toList(), 0,
                found.size() > AT_ONCE ? () -> part(taking, shown.getLast().organisation(), shown.getLast().id()) : null);
    }

    private static List<Object> row(Taking taking, ServiceOffer offer) {
        return Arrays.asList(
                taking.say("Service." + offer.kind()),
                offer.organisation(),
                offer.areas().isEmpty() ? taking.say("DirectoryPage.everywhere") : String.join(", ", offer.areas()),
                offer.audience().isEmpty() ? taking.say("DirectoryPage.everybody") : taking.each("Audience.", offer.audience()),
                offer.languages().stream().map(language -> ULocale.getDisplayName(language, taking.language())).collect(Collectors.joining(", ")),
                offer.focalName(),
                offer.hours(),
                taking.say(offer.taking() ? "DirectoryPage.open" : "DirectoryPage.full"));
    }
}
