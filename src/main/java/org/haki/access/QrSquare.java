package org.haki.access;

import io.nayuki.qrcodegen.QrCode;

/** A text as a square picture for a camera: the path of an SVG, one unit a module, with a quiet border of four. */
public record QrSquare(int size, String path) {

    public static QrSquare of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + 4).append(',').append(y + 4).append("h1v1h-1z");
                }
            }
        }
        return new QrSquare(code.size + 8, path.toString());
    }
}
