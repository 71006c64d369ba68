package org.haki.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** P49: films and recordings lose where they were made, and stay as long as they were. */
class FilmTest {

    @Test
    void P49_a_film_loses_its_place_and_its_pictures_stay_where_they_were() {
        var film = join(box("ftyp", "isom"), box("moov", new String(join(box("mvhd", "clock"), box("trak", new String(join(box("tkhd", "size"), box("udta", "loci+27.7+85.3")), StandardCharsets.ISO_8859_1)),
                box("udta", "\u00a9xyz+27.7000+085.3000/")), StandardCharsets.ISO_8859_1)), box("mdat", "pictures"), box("uuid", "whose it is"));
        var cleaned = Film.cleaned(film);
        var text = new String(cleaned, StandardCharsets.ISO_8859_1);
        assertThat(cleaned).hasSameSizeAs(film);
        assertThat(text).contains("ftypisom", "mvhdclock", "tkhdsize", "mdatpictures").doesNotContain("27.7", "xyz", "loci", "udta", "whose");
        assertThat(text.indexOf("pictures")).isEqualTo(new String(film, StandardCharsets.ISO_8859_1).indexOf("pictures"));
    }

    @Test
    void what_is_no_film_or_half_of_one_stays_as_it_is() {
        for (var other : new String[] {"", "ID3 a song", "RIFFxxxxWAVE", "\0\0\0\u0010ftypisom\0\0\0\0\u7fff\uffffmoov", "\0\0\0\u0008ftyp\0\0\0\u0001moov"}) {
            var bytes = other.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Film.cleaned(bytes)).isEqualTo(bytes);
        }
    }

    private static byte[] box(String name, String inside) {
        var bytes = inside.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(8 + bytes.length).putInt(8 + bytes.length).put(name.getBytes(StandardCharsets.ISO_8859_1)).put(bytes).array();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
