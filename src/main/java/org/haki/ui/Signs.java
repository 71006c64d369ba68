package org.haki.ui;

/**
 * What stands around every page of a member of staff; {@code access} puts it in the request under {@link #ATTRIBUTE}.
 *
 * @param organisation the name of the organisation
 * @param office       the name of the office, or {@code null} where there is only one
 * @param hideNames    whether names of people are covered on this screen
 * @param language     the language this person chose, or {@code null}
 */
public record Signs(String organisation, String office, boolean hideNames, String language) {

    /** The request attribute that holds the signs. */
    public static final String ATTRIBUTE = "haki.signs";

    /** The request attribute that holds the {@link org.haki.kernel.Actor}. */
    public static final String ACTOR = "haki.actor";

    /** The request attribute that holds the id of the request, as text. */
    public static final String REQUEST = "haki.request";

    static final Signs NONE = new Signs("", null, false, null);
}
