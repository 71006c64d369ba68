package org.haki.operations;

import java.util.Map;
import org.haki.database.Pulse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever watches the host whether Haki can serve. */
@RestController
class HealthController {

    private final Pulse pulse;

    HealthController(Pulse pulse) {
        this.pulse = pulse;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> health() {
        boolean up = pulse.beats();
        return ResponseEntity.status(up ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", up ? "UP" : "DOWN"));
    }
}
