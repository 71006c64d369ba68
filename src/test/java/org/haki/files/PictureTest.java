package org.haki.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P49: photos and scans lose what a camera writes beside the picture. */
class PictureTest {

    @Test
    void P49_a_photo_loses_place_time_device_and_owner_and_shows_what_it_showed() {
        var came = Photos.jpegWithPlace(1);
        assertThat(came).as("the photo says where it was taken").containsSequence(Photos.place());
        var kept = Picture.of("image/jpeg", came);
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertNothingBeside(kept.bytes());
        assertThat(Photos.points(kept.bytes())).isEqualTo(Photos.points(Photos.image("jpg")));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8})
    void of_all_that_EXIF_says_a_photo_keeps_which_way_is_up(int orientation) {
        var kept = Picture.of("image/jpeg", Photos.jpegWithPlace(orientation)).bytes();
        assertNothingBeside(kept);
        var tag = new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation};
        assertThat(kept).containsSequence(tag);
        assertThat(Picture.of("image/jpeg", kept).bytes()).as("cleaned twice it is the same").isEqualTo(kept);
    }

    @Test
    void P49_a_drawing_loses_its_texts_and_what_follows_its_end() {
        var kept = Picture.of("image/png", Photos.pngWithText());
        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertNothingBeside(kept.bytes());
        assertThat(kept.bytes()).isEqualTo(Picture.of("image/png", Photos.image("png")).bytes());
        assertThat(Photos.points(kept.bytes())).isEqualTo(Photos.points(Photos.image("png")));
    }

    @Test
    void a_picture_is_what_its_bytes_are_and_one_that_lies_is_refused() {
        assertThat(Picture.of(null, Photos.image("png")).mediaType()).isEqualTo("image/png");
        assertThat(Picture.of("application/octet-stream", Photos.image("jpg")).mediaType()).isEqualTo("image/jpeg");
        refused("Picture.lies", "image/png", Photos.image("jpg"));
        refused("Picture.lies", "text/html", Photos.image("png"));
        refused("Picture.unknown", "image/jpeg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        refused("Picture.unknown", "image/png", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused("Picture.unknown", "image/png", "GIF89a".getBytes(StandardCharsets.UTF_8));
        refused("Picture.empty", "image/png", new byte[0]);
        refused("Picture.large", "image/jpeg", Arrays.copyOf(Photos.image("jpg"), Picture.LARGEST + 1));
    }

    @Test
    void half_a_picture_and_a_painted_monster_are_refused() {
        for (var format : new String[] {"jpg", "png"}) {
            var whole = Photos.image(format);
            for (int length = 4; length < whole.length; length += 7) {
                var half = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Picture.of(null, half)).isInstanceOf(NotAPicture.class);
            }
        }
        var huge = Photos.image("jpg");
        int frame = indexOf(huge, new byte[] {(byte) 0xFF, (byte) 0xC0});
        Arrays.fill(huge, frame + 5, frame + 9, (byte) 0xFF);
        refused("Picture.broken", "image/jpeg", huge);
    }

    @Test
    void whatever_comes_is_kept_or_refused_and_nothing_else_happens() {
        var random = new Random(20261129);
        for (int run = 0; run < 4000; run++) {
            var bytes = run % 2 == 0 ? Photos.jpegWithPlace(6) : Photos.pngWithText();
            for (int hit = 0; hit < 1 + run % 5; hit++) {
                bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt();
            }
            try {
                Picture.of(null, bytes);
            } catch (NotAPicture refused) {
                assertThat(refused.wrong()).startsWith("Picture.");
            }
        }
    }

    private static void assertNothingBeside(byte[] kept) {
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(new String(Photos.place(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Photos.OWNER, Photos.DEVICE, "xmpmeta", "27.7058");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private static void refused(String wrong, String said, byte[] bytes) {
        assertThatThrownBy(() -> Picture.of(said, bytes)).isInstanceOfSatisfying(NotAPicture.class,
                refusal -> assertThat(refusal.wrong()).isEqualTo(wrong));
    }
}
