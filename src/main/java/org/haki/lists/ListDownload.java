package org.haki.lists;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.haki.access.Download;
import org.haki.access.Taking;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A list that the organisation keeps, to take along; it says of nobody anything. */
record ListDownload(OwnList list, Lists lists) implements Download {

    /** One of each. */
    @Configuration
    static class Each {

        @Bean
        Download institutionsTakenAlong(Lists lists) {
            return new ListDownload(OwnList.INSTITUTIONS, lists);
        }

        @Bean
        Download placesTakenAlong(Lists lists) {
            return new ListDownload(OwnList.PLACES, lists);
        }

        @Bean
        Download communitiesTakenAlong(Lists lists) {
            return new ListDownload(OwnList.COMMUNITIES, lists);
        }
    }

    @Override
    public String key() {
        return list.key();
    }

    @Override
    public String verb() {
        return Lists.WRITE;
    }

    @Override
    public String place() {
        return "settings";
    }

    @Override
    public String back(Taking taking) {
        return taking.address(list.path(), "named");
    }

    @Override
    public List<String> head() {
        return List.of("ListDownload.name", "ListDownload.kind", "ListDownload.code", "ListDownload.parent", "ListDownload.place", "ListDownload.offered");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, "", null);
    }

    private Part part(Taking taking, String afterName, UUID after) {
        var found = lists.page(taking.actor(), list, taking.of("named"), afterName, after, AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        return new Part(shown.stream().map(entry -> row(taking, entry)).toList(), 0,
                found.size() > AT_ONCE ? () -> part(taking, shown.getLast().name(), shown.getLast().id()) : null);
    }

    private static List<Object> row(Taking taking, ListEntry entry) {
        return Arrays.asList(entry.name(), entry.kind().isEmpty() ? "" : taking.say("InstitutionKind." + entry.kind()), entry.code(), entry.parentName(),
                entry.placeName(), taking.say(entry.retired() ? "CaseEndings.no" : "CaseEndings.yes"));
    }
}
