package org.haki.files;

/** Any file that calls itself a photo: it is refused in words, or cleaned, and what is clean stays as it is. */
public final class FuzzPicture {

    private FuzzPicture() {}

    /** One file. */
    public static void fuzzerTestOneInput(byte[] data) {
        Picture picture;
        try {
            picture = Picture.of("", data);
        } catch (NotAPicture refused) {
            return;
        }
        if (!java.util.Arrays.equals(Picture.of(picture.mediaType(), picture.bytes()).bytes(), picture.bytes())) {
            throw new AssertionError("Cleaned twice it is another");
        }
    }
}
