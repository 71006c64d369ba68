package org.haki.surveys;

/**
 * A file that a version of a form brings along.
 *
 * @param md5     of its content, as OpenRosa's manifests say it
 * @param content {@code null} where only what there is was asked for
 */
public record SurveyMedia(String name, String mediaType, String md5, byte[] content) {

    /** Whether a page shows it: a picture, a recording, a film, and no list. */
    public boolean isShown() {
        return mediaType.matches("(image|audio|video)/.*");
    }
}
