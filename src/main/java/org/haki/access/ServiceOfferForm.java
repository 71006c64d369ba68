package org.haki.access;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** A service as the organisation that offers it types it. */
public record ServiceOfferForm(
        String kind, String areas, List<String> audience, List<String> languages, String focal, String hours, String taking) {

    private static final int MOST_AREAS = 50;
    private static final int LONGEST_AREA = 80;
    private static final int LONGEST_HOURS = 200;
    private static final String YES = "yes";

    public ServiceOfferForm {
        kind = Objects.requireNonNullElse(kind, "");
        areas = Objects.requireNonNullElse(areas, "");
        audience = audience == null ? List.of() : List.copyOf(audience);
        languages = languages == null ? List.of() : List.copyOf(languages);
        focal = Objects.requireNonNullElse(focal, "");
        hours = Objects.requireNonNullElse(hours, "");
        taking = Objects.requireNonNullElse(taking, "");
    }

    static ServiceOfferForm blank() {
        return new ServiceOfferForm(null, null, null, null, null, null, YES);
    }

    static ServiceOfferForm of(ServiceOffer offer) {
        return new ServiceOfferForm(
                offer.kind(),
                String.join("\n", offer.areas()),
                offer.audience(),
                offer.languages(),
                offer.focal() == null ? "" : offer.focal().toString(),
                offer.hours(),
                offer.taking() ? YES : "no");
    }

    Errors errors(List<Colleague> colleagues) {
        return new Errors()
                .unless(ServiceOffer.KINDS.contains(kind), "kind", "ServiceOfferForm.kind")
                .unless(places().size() <= MOST_AREAS && places().stream().allMatch(area -> area.length() <= LONGEST_AREA),
                        "areas", "ServiceOfferForm.areas")
                .unless(ServiceOffer.AUDIENCES.containsAll(audience), "audience", "ServiceOfferForm.kind")
                .unless(languages.stream().allMatch(FoundOrganisation::isLanguage), "languages", "FoundOrganisation.language")
                .unless(focal.isEmpty() || colleagues.stream().anyMatch(one -> one.id().toString().equals(focal)),
                        "focal", "ServiceOfferForm.focal")
                .unless(hours.length() <= LONGEST_HOURS, "hours", "ServiceOfferForm.hours")
                .unless(List.of(YES, "no").contains(taking), "taking", "ServiceOfferForm.kind");
    }

    /** The areas: one a line, or apart by commas. */
    List<String> places() {
        return Arrays.stream(areas.split("[\\n,;]")).map(String::strip).filter(area -> !Text.blank(area)).distinct().toList();
    }

    UUID focalPerson() {
        return focal.isEmpty() ? null : UUID.fromString(focal);
    }

    boolean takesClients() {
        return taking.equals(YES);
    }
}
