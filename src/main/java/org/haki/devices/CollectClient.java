package org.haki.devices;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** A device as ODK Collect 2025 and KoboCollect speak: their headers, their parts, and how much they refuse themselves. */
public final class CollectClient {

    private static final int MOST_FILES = 100;
    private static final long USUAL_LARGEST = 10_000_000;

    /** A file beside a filled-in form. */
    public record FormFile(String name, String type, byte[] content) {}

    /** What a submission was answered: with 201 or 202 it leaves the device, else its person reads the message. */
    public record Answer(int status, String message) {

        public boolean accepted() {
            return status == 201 || status == 202;
        }
    }

    private final String server;
    private final String device;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(30))
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    /** A device that was pointed at this server's address and calls itself so. */
    public CollectClient(String server, String device) {
        this.server = server;
        this.device = device;
    }

    /** The forms that are offered: each with the elements that stand in it. */
    public List<Map<String, String>> formList() throws IOException {
        return list(server + "/formList", "xform", "formID", "name", "downloadUrl");
    }

    /** The files of a form. */
    public List<Map<String, String>> manifest(String url) throws IOException {
        return list(url, "mediaFile", "filename", "hash", "downloadUrl");
    }

    /** Whatever is at this address, asked for with these headers besides. */
    public HttpResponse<byte[]> get(String url, String... headers) throws IOException {
        var asked = request(url + (url.contains("?") ? "&" : "?") + "deviceID=" + encoded(device)).GET();
        return send((headers.length == 0 ? asked : asked.headers(headers)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Whether these lines of a list are gone, each by its id: what a device asks about what it made itself and does not find in the list. */
    public Map<String, String> integrity(String url, String... ids) throws IOException {
        var gone = new LinkedHashMap<String, String>();
        list(url + "?id=" + encoded(String.join(",", ids)), "entity", "id", "deleted").forEach(entity -> gone.put(entity.get("id"), entity.get("deleted")));
        return gone;
    }

    /** Asks whether it may send. */
    public HttpResponse<Void> ready() throws IOException {
        return send(request(submission()).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Sends as Collect does: asks first, splits what is too much, and stops at the first post that is not taken. */
    public Answer submit(byte[] xml, List<FormFile> files) throws IOException {
        var ready = ready();
        if (ready.statusCode() != 204) {
            return new Answer(ready.statusCode(), "Is this an OpenRosa submission endpoint?");
        }
        long largest = ready.headers().firstValueAsLong(OpenRosa.LARGEST).orElse(USUAL_LARGEST);
        var posts = split(xml, files, largest);
        var answer = new Answer(0, "");
        for (int i = 0; i < posts.size(); i++) {
            answer = post(xml, posts.get(i), i < posts.size() - 1);
            if (!answer.accepted()) {
                return answer;
            }
        }
        return answer;
    }

    /** One post. */
    public Answer post(byte[] xml, List<FormFile> files, boolean incomplete) throws IOException {
        var boundary = "----" + UUID.randomUUID();
        var answer = send(request(submission()).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(boundary, xml, files, incomplete))).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), message(answer));
    }

    /** The bytes of one post. */
    public static byte[] body(String boundary, byte[] xml, List<FormFile> files, boolean incomplete) {
        var body = new ByteArrayOutputStream();
        part(body, boundary, PostParts.XML, "instance.xml", "text/xml", xml);
        files.forEach(file -> part(body, boundary, file.name(), file.name(), file.type(), file.content()));
        if (incomplete) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"*isIncomplete*\"\r\n\r\nyes\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String file, String type, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file + "\"\r\nContent-Type: "
                + type + "\r\nContent-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<FormFile>> split(byte[] xml, List<FormFile> files, long largest) {
        var posts = new ArrayList<List<FormFile>>();
        var post = new ArrayList<FormFile>();
        long size = xml.length;
        for (var file : files) {
            if (!post.isEmpty() && (post.size() == MOST_FILES || size + file.content().length > largest)) {
                posts.add(List.copyOf(post));
                post.clear();
                size = xml.length;
            }
            post.add(file);
            size += file.content().length;
        }
        posts.add(post);
        return posts;
    }

    /** A list as Collect takes it: text/xml, the version in the header, and what it needs in every entry; or nothing of it. */
    private List<Map<String, String>> list(String url, String entry, String... needed) throws IOException {
        var answer = get(url);
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.startsWith("text/xml") || answer.headers().firstValue(OpenRosa.VERSION).isEmpty()) {
            throw new IOException("Not an OpenRosa server: " + answer.statusCode() + " " + type);
        }
        var entries = new ArrayList<Map<String, String>>();
        try {
            var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals(entry)) {
                        entries.add(new LinkedHashMap<>());
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            entries.getLast().put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                        }
                    } else if (!entries.isEmpty()) {
                        entries.getLast().put(xml.getLocalName(), xml.getElementText());
                    }
                }
            }
        } catch (XMLStreamException unreadable) {
            throw new IOException("A list that cannot be read", unreadable);
        }
        for (var one : entries) {
            if (!one.keySet().containsAll(List.of(needed)) || one.containsKey("hash") && !one.get("hash").matches("md5:.+")) {
                throw new IOException("A list that is dropped whole: " + one.keySet());
            }
        }
        return entries;
    }

    private static String message(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).replaceAll("(?s).*<message[^>]*>(.*)</message>.*", "$1");
    }

    private String submission() {
        return server + "/submission?deviceID=" + encoded(device);
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60))
                .header("User-Agent", "org.odk.collect.android/v2025.3.3 (Dalvik/2.1.0; Haki collect-sim)")
                .header(OpenRosa.VERSION, "1.0")
                .header("Date", "Mon, 30 Nov 2026 01:02:03 a. m. GMT");
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
