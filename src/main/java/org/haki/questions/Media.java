package org.haki.questions;

/** What is seen and heard with the words of a question or a choice, by its address; {@code null} for what there is not. */
public record Media(String image, String big, String audio, String video) {

    public static final Media NONE = new Media(null, null, null, null);

    /** The same without its picture. */
    public Media heard() {
        return new Media(null, null, audio, video);
    }

    public boolean isEmpty() {
        return image == null && audio == null && video == null;
    }
}
