package org.haki.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.haki.FaultyLine;
import org.haki.HakiTest;
import org.haki.surveys.SurveyKeeping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A line that is cut at every boundary of a post, and the post sent again: each submission is there once, and its files are whole. */
@HakiTest
class CutPostsTest {

    private static final String BOUNDARY = "cut-here";

    @Autowired
    ApplicationContext haki;

    @LocalServerPort
    int port;

    Field field;
    FaultyLine line;
    UUID photo;
    String path;

    @BeforeEach
    void a_phone_on_a_bad_line() {
        field = new Field(haki);
        photo = field.published(Field.PHOTO);
        path = URI.create(field.address("Phone 1", field.town.wanjiru)).getPath();
        line = FaultyLine.to(port);
    }

    @AfterEach
    void end() throws IOException {
        line.close();
    }

    @Test
    void a_post_that_is_cut_at_any_boundary_and_sent_again_is_there_once_with_whole_files() throws IOException {
        int cut = 0;
        for (int at : boundaries(request("uuid:0"))) {
            var instance = "uuid:" + at;
            var request = request(instance);
            line.cutAskedAfter(Math.min(at, request.length - 1));
            assertThat(sent(request)).as("cut after " + at).isNotEqualTo(201);
            line.mend();
            assertThat(field.submissions()).as("nothing of half a post is kept, cut after " + at).isEqualTo(cut);
            assertThat(sent(request)).isEqualTo(201);
            assertThat(field.submissions()).isEqualTo(++cut);
            is_whole(instance);
        }
        assertThat(cut).as("boundaries").isGreaterThan(10);
    }

    @Test
    void a_post_whose_answer_was_lost_and_which_is_sent_again_is_there_once() throws IOException {
        int lost = 0;
        for (int arrives : new int[] {0, 1, 40}) {
            var request = request("uuid:" + arrives);
            line.cutAnswersAfter(arrives);
            assertThat(sent(request)).isNotEqualTo(201);
            line.mend();
            assertThat(sent(request)).isEqualTo(201);
            assertThat(field.submissions()).isEqualTo(++lost);
            is_whole("uuid:" + arrives);
        }
    }

    @Test
    void the_parts_of_a_split_post_in_any_order_and_twice_become_one() throws IOException {
        var phone = new CollectClient("http://localhost:" + port + path, "collect:1");
        var xml = Field.house("uuid:split", "a.jpg", "b.jpg");
        assertThat(phone.post(xml, List.of(Field.picture("b.jpg")), true).status()).isEqualTo(201);
        assertThat(phone.post(xml, List.of(Field.picture("b.jpg")), true).status()).isEqualTo(201);
        assertThat(phone.post(xml, List.of(Field.picture("a.jpg")), false).status()).isEqualTo(201);
        assertThat(field.submissions()).isEqualTo(1);
        is_whole("uuid:split");
    }

    private void is_whole(String instance) {
        for (var name : List.of("a.jpg", "b.jpg")) {
            assertThat(new SurveyKeeping(haki).file(field.town.wanjiru.actor(), photo, instance, name)).as(instance + " " + name).isEqualTo(Field.JPEG);
        }
    }

    private byte[] request(String instance) {
        var body = CollectClient.body(BOUNDARY, Field.house(instance, "a.jpg", "b.jpg"), List.of(Field.picture("a.jpg"), Field.picture("b.jpg")), false);
        var head = "POST " + path + "/submission?deviceID=x HTTP/1.1\r\nHost: localhost\r\nX-OpenRosa-Version: 1.0\r\n"
                + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return Field.joined(List.of(head.getBytes(StandardCharsets.UTF_8), body));
    }

    /** Before and after every boundary between parts, after the headers of each, inside each, and before the last byte. */
    private static TreeSet<Integer> boundaries(byte[] request) {
        var text = new String(request, StandardCharsets.ISO_8859_1);
        var found = new TreeSet<Integer>();
        for (int at = text.indexOf("\r\n\r\n"); at >= 0; at = text.indexOf("\r\n\r\n", at + 4)) {
            found.add(at + 4);
            found.add(at + 6);
        }
        for (int at = text.indexOf("--" + BOUNDARY); at >= 0; at = text.indexOf("--" + BOUNDARY, at + 2)) {
            found.add(at);
            found.add(at + 2 + BOUNDARY.length());
        }
        found.add(request.length - 3);
        return found;
    }

    /** Sends it through the line; answers the status, or 0 where the line was cut before one came. */
    private int sent(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            for (int read = socket.getInputStream().read(); read >= 0; read = socket.getInputStream().read()) {
                answer.append((char) read);
                if (answer.indexOf("</OpenRosaResponse>") > 0) {
                    return Integer.parseInt(answer.substring(9, 12));
                }
            }
            return 0;
        } catch (IOException cut) {
            return 0;
        }
    }
}
