package org.haki.ui;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture, recording or film that a page shows: it runs nothing, and is kept by the browser for an hour, since it tells of nobody. */
public final class ShownFile {

    private ShownFile() {}

    /** The answer with this file, or with the part of it that a player asks for. */
    public static ResponseEntity<Resource> of(HttpServletResponse response, String mediaType, byte[] content) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "private, max-age=3600");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType)).body(new ByteArrayResource(content));
    }
}
