package org.haki.devices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** What ODK Collect and KoboCollect read from a QR code: JSON, packed with zlib, in base64. */
final class CollectSettings {

    /** As they stand there. */
    private record Settings(Map<String, String> general, Map<String, String> admin, Map<String, String> project) {}

    private CollectSettings() {}

    /** The project of an organisation at this address: the list of forms is followed, and what is done is sent by itself. */
    static String of(String address, String organisation) {
        var settings = new Settings(
                Map.of("protocol", "odk_default", "server_url", address, "form_update_mode", "match_exactly", "autosend", "wifi_and_cellular"),
                Map.of(),
                Map.of("name", organisation));
        var packed = new ByteArrayOutputStream();
        try (var zlib = new DeflaterOutputStream(packed)) {
            zlib.write(JsonMapper.shared().writeValueAsBytes(settings));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
