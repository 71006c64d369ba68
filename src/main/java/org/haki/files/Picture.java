package org.haki.files;

import java.nio.charset.StandardCharsets;

/**
 * A photo or a drawing, recognised by its bytes and never by its name, without what a camera or a program writes beside
 * the picture: place, time, device, owner, preview. What it shows stays as it was, to the last pixel.
 */
public record Picture(String mediaType, byte[] bytes) {

    /** How large what comes may be. */
    public static final int LARGEST = 10 * 1024 * 1024;
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    private static final int OTHERS = 16;
    private static final long MOST_PIXELS = 100_000_000;

    /** Reads what came, which calls itself {@code said}; throws {@link NotAPicture} where it is something else, or broken. */
    public static Picture of(String said, byte[] came) {
        if (came.length == 0) {
            throw new NotAPicture("Picture.empty");
        }
        if (came.length > LARGEST) {
            throw new NotAPicture("Picture.large");
        }
        var real = Jpeg.begins(came) ? JPEG : Png.begins(came) ? PNG : null;
        if (real == null) {
            throw new NotAPicture("Picture.unknown");
        }
        if (said != null && !said.isEmpty() && !said.equals("application/octet-stream") && !said.equals(real)) {
            throw new NotAPicture("Picture.lies");
        }
        try {
            return new Picture(real, real.equals(JPEG) ? Jpeg.cleaned(came) : Png.cleaned(came));
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new NotAPicture("Picture.broken");
        }
    }

    /** Whether these bytes are those of a picture, also of a kind that Haki does not keep. */
    public static boolean isOne(byte[] came) {
        return Jpeg.begins(came) || Png.begins(came) || came.length > OTHERS && (begins(came, 0, "II*\0") || begins(came, 0, "MM\0*")
                || begins(came, 0, "RIFF") && begins(came, 8, "WEBP") || begins(came, 4, "ftyp") && (begins(came, 8, "hei") || begins(came, 8, "hev") || begins(came, 8, "mif1") || begins(came, 8, "avif")));
    }

    private static boolean begins(byte[] came, int at, String with) {
        return new String(came, at, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    static void checkSize(long width, long height) {
        if (width <= 0 || height <= 0 || width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw broken();
        }
    }

    static NotAPicture broken() {
        return new NotAPicture("Picture.broken");
    }
}
