package org.haki.access;

import java.util.List;

/** A card of codes to print: on its own sheet it says only the sign-in's place, never the person or what Haki is for. */
public record CardSheet(List<String> codes, String name) {

    static CardSheet of(List<String> codes, Session session) {
        return new CardSheet(codes, session.name());
    }
}
