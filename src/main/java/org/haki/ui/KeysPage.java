package org.haki.ui;

import java.util.List;

/** The keys that shorten the way, and where they can be turned off. */
public record KeysPage(List<Key> keys) {

    /** What to press, and the name of what it does. */
    public record Key(String press, String does) {}

    static KeysPage ours() {
        return new KeysPage(List.of(
                new Key("/", "search"), new Key("n", "new"), new Key("g t", "today"), new Key("g i", "intake"),
                new Key("g c", "cases"), new Key("g p", "people"), new Key("g r", "reports"), new Key("g s", "settings"),
                new Key("j", "down"), new Key("k", "up"), new Key("h", "names"), new Key("?", "help")));
    }
}
