package org.haki.kernel;

import java.text.Normalizer;

/** Text as people send it, made fit to keep. */
public final class Text {

    /** Stands for words that are damaged where they lie; a page says so in its reader's language, and nothing that holds it is kept. */
    public static final String DAMAGED = "\uFDD0damaged\uFDD1";

    private Text() {}

    /**
     * The same text in Unicode NFC with plain line ends; NUL and other control characters go, a lone surrogate becomes
     * U+FFFD, surrounding white space goes. {@code null} stays {@code null}.
     */
    public static String clean(String raw) {
        if (raw == null) {
            return null;
        }
        var clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 >= raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                clean.append(c).append(raw.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.append(c);
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** Digits of any script as 0 to 9: Bengali, Devanagari, Arabic and the rest; other characters stay. */
    public static String westernDigits(String text) {
        if (text == null) {
            return null;
        }
        var western = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                western.append(Character.digit(point, 10));
            } else {
                western.appendCodePoint(point);
            }
        });
        return western.toString();
    }

    /** Whether nothing was said. */
    public static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
