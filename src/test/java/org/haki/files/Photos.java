package org.haki.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as telephones make them, with all they write beside the picture. */
public final class Photos {

    /** Words that stand in what goes: who took it, with what, where. */
    public static final String OWNER = "Sunayana Thapa-Magar";
    public static final String DEVICE = "Telephone of the survivor";
    private static final byte[] LATITUDE = ByteBuffer.allocate(24).putInt(27).putInt(1).putInt(42).putInt(1).putInt(2107).putInt(100).array();

    private Photos() {}

    /** A JPEG with EXIF as a camera writes it: owner, device, the place in degrees, and which way is up. */
    public static byte[] jpegWithPlace(int orientation) {
        var plain = image("jpg");
        var photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        segment(photo, 0xE1, exif(orientation));
        segment(photo, 0xE1, ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + OWNER + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8));
        segment(photo, 0xFE, OWNER.getBytes(StandardCharsets.UTF_8));
        photo.write(plain, 2, plain.length - 2);
        photo.writeBytes(("a film of the moment at 27.7058 by " + OWNER).getBytes(StandardCharsets.UTF_8));
        return photo.toByteArray();
    }

    /** A PNG with a text and an EXIF of its own, and something after its end. */
    public static byte[] pngWithText() {
        var plain = image("png");
        var photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 33);
        chunk(photo, "tEXt", ("Author\0" + OWNER).getBytes(StandardCharsets.UTF_8));
        chunk(photo, "eXIf", exif(1));
        photo.write(plain, 33, plain.length - 33);
        photo.writeBytes(OWNER.getBytes(StandardCharsets.UTF_8));
        return photo.toByteArray();
    }

    /** A picture without anything beside it. */
    public static byte[] image(String format) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x17, 0x57, 0x3c));
        pen.fillOval(8, 8, 40, 30);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What it shows, point by point. */
    public static int[] points(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Big endian; the first directory at 8: owner, device, orientation, where the GPS directory is. */
    private static byte[] exif(int orientation) {
        var owner = (OWNER + "\0").getBytes(StandardCharsets.US_ASCII);
        var device = (DEVICE + "\0").getBytes(StandardCharsets.US_ASCII);
        int words = 8 + 2 + 4 * 12 + 4;
        int gps = words + owner.length + device.length;
        var tiff = ByteBuffer.allocate(gps + 2 + 2 * 12 + 4 + LATITUDE.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 4);
        entry(tiff, 0x0110, 2, device.length, words);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x013B, 2, owner.length, words + device.length);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0).put(device).put(owner);
        tiff.putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
        entry(tiff, 0x0002, 5, 3, gps + 2 + 2 * 12 + 4);
        tiff.putInt(0).put(LATITUDE);
        return ByteBuffer.allocate(6 + tiff.capacity()).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array()).array();
    }

    /** The bytes of the place, as they stand in the photo. */
    public static byte[] place() {
        return LATITUDE.clone();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] bytes) {
        int length = bytes.length + 2;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(bytes);
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] bytes) {
        var named = ByteBuffer.allocate(4 + bytes.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(bytes).array();
        var crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(12 + bytes.length).putInt(bytes.length).put(named).putInt((int) crc.getValue()).array());
    }
}
