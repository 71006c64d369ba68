package org.haki.access;

import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The service directory: who offers what, where, for whom.
 *
 * @param org    one's own organisation
 * @param kind   only this kind; "" for any
 * @param area   only what is offered here; "" for anywhere
 * @param begins whether these are the first
 * @param next   the address of the next page, or {@code null}
 */
public record DirectoryPage(UUID org, String kind, String area, List<ServiceOffer> offers, boolean begins, String next) {

    static final int SIZE = 50;

    /** The page of what was found, which may be one more than fits. */
    static DirectoryPage of(Actor actor, String kind, String area, boolean begins, List<ServiceOffer> found) {
        var shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        var next = found.size() > SIZE ? address(kind, area, shown.getLast()) : null;
        return new DirectoryPage(actor.org(), kind, area, shown, begins, next);
    }

    public boolean isNarrowed() {
        return !kind.isBlank() || !area.isBlank();
    }

    /** The address of the first page with the same filters. */
    public String first() {
        return address(kind, area, null);
    }

    /** Where all that is found is taken along. */
    public String downloadAddress() {
        return UriComponentsBuilder.fromPath("/downloads").queryParam("list", "services").queryParam("kind", "{kind}").queryParam("area", "{area}")
                .encode().buildAndExpand(kind, area).toUriString();
    }

    private static String address(String kind, String area, ServiceOffer after) {
        var address = UriComponentsBuilder.fromPath("/directory").queryParam("kind", "{kind}").queryParam("area", "{area}");
        return after == null
                ? address.encode().buildAndExpand(kind, area).toUriString()
                : address.queryParam("name", "{name}").queryParam("after", "{after}").encode()
                        .buildAndExpand(kind, area, after.organisation(), after.id()).toUriString();
    }
}
