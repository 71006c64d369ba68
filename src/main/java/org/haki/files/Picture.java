package org.haki.files;

/**
 * A photo or a drawing, recognised by its bytes and never by its name, without what a camera or a program writes beside
 * the picture: place, time, device, owner, preview. What it shows stays as it was, to the last pixel.
 */
public record Picture(String mediaType, byte[] bytes) {

    /** How large what comes may be. */
    public static final int LARGEST = 10 * 1024 * 1024;
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
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

    static void checkSize(long width, long height) {
        if (width <= 0 || height <= 0 || width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw broken();
        }
    }

    static NotAPicture broken() {
        return new NotAPicture("Picture.broken");
    }
}
