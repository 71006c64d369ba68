package org.haki.access;

import java.util.List;
import java.util.Locale;
import org.haki.kernel.Errors;
import org.haki.ui.Choice;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The offices of the organisation, by name, and one more.
 *
 * @param all     every office
 * @param regions the regions they may be in
 * @param asked   which of them to show
 * @param said    the office to be added, as typed
 * @param named   the region to be added, as typed
 */
public record OfficesPage(List<Office> all, List<String> regions, Asked asked, OfficeForm said, String named, Errors errors) {

    /** Only offices with this in their name, in this region, after this one. */
    public record Asked(String named, String region, String after) {

        static final Asked ALL = new Asked("", "", "");
    }

    private static final int SIZE = 50;
    private static final int FEW = 8;

    /** Whether there are so many that one looks for them. */
    public boolean isLong() {
        return all.size() > FEW;
    }

    public List<Office> found() {
        var typed = asked.named().strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(office -> office.name().toLowerCase(Locale.ROOT).contains(typed))
                .filter(office -> asked.region().isEmpty() || asked.region().equals(office.region()))
                .toList();
    }

    public List<Office> shown() {
        return found().stream().skip(from()).limit(SIZE).toList();
    }

    /** How many come before those that are shown. */
    public int from() {
        var names = found().stream().map(office -> office.id().toString()).toList();
        return names.indexOf(asked.after()) + 1;
    }

    public String next() {
        return from() + SIZE < found().size() ? address(shown().getLast().id().toString()) : null;
    }

    public String first() {
        return from() > 0 ? address("") : null;
    }

    public List<Choice> choices() {
        return choices(regions);
    }

    static List<Choice> choices(List<String> regions) {
        return regions.stream().map(region -> Choice.of(region, region)).toList();
    }

    private String address(String after) {
        return UriComponentsBuilder.fromPath("/settings/offices")
                .queryParam("named", "{named}")
                .queryParam("region", "{region}")
                .queryParam("after", after)
                .encode()
                .buildAndExpand(asked.named(), asked.region())
                .toUriString();
    }
}
