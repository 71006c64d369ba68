package org.haki.cases;

import java.util.List;
import java.util.stream.Stream;

/** Reads which questions of the sheet are decisions of the client; what they ask is proved when all of the file is read. */
final class ConsentsReader {

    private static final String KEY = "consents";

    private ConsentsReader() {}

    static List<AskedConsent> read(CaseTypeFile root) {
        var consents = root.mapsIfAny(KEY).stream().map(ConsentsReader::one).toList();
        CaseTypeReader.refuseTwice(root, KEY, consents.stream().map(AskedConsent::purpose).toList());
        return consents;
    }

    private static AskedConsent one(CaseTypeFile map) {
        List.of("answer", "by").forEach(map::text);
        var consent = new AskedConsent(map.oneOf("purpose", Decision.PURPOSES), map.path("answer"), map.path("by"), map.path("assent"),
                map.path("how"), map.path(AskedConsent.WITNESS));
        map.nothingElse();
        Stream.of("by", "assent", "how", AskedConsent.WITNESS)
                .filter(key -> map.has(key) && !map.text(key).startsWith(consent.section() + "/"))
                .forEach(key -> map.refuse(key, "should be asked in the same section as \"answer\"", ""));
        return consent;
    }
}
