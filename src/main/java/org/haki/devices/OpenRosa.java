package org.haki.devices;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;

/** Answers as OpenRosa 1.0 has them: {@code text/xml} (Collect takes no {@code application/xml}), and the version in each. */
final class OpenRosa {

    /** The header by which both sides say that they speak it. */
    static final String VERSION = "X-OpenRosa-Version";

    /** The header that says how large one post may be. */
    static final String LARGEST = "X-OpenRosa-Accept-Content-Length";

    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private OpenRosa() {}

    static ResponseEntity.BodyBuilder answer(int status) {
        return ResponseEntity.status(status).header(VERSION, "1.0");
    }

    static ResponseEntity<byte[]> xml(int status, String body) {
        return xml(answer(status), body);
    }

    static ResponseEntity<byte[]> xml(ResponseEntity.BodyBuilder answer, String body) {
        return answer.header("Content-Type", "text/xml; charset=utf-8").body((PROLOGUE + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The sentence that a device shows to whoever holds it. */
    static ResponseEntity<byte[]> said(ResponseEntity.BodyBuilder answer, String nature, String sentence) {
        return xml(answer, "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"><message nature=\"" + nature + "\">" + text(sentence)
                + "</message></OpenRosaResponse>");
    }

    /** An element with this text. */
    static String element(String name, String text) {
        return "<" + name + ">" + text(text) + "</" + name + ">";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
