package org.haki.journeys;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a picture of a page light: of its many shades only the most frequent stay, each other becomes the nearest of them. */
final class Palette {

    private static final int COLOURS = 48;

    private Palette() {}

    /** Writes this PNG, with few colours, to that file. */
    static void write(byte[] png, Path file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var frequent = frequent(pixels);
        var few = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(frequent));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            few.getRaster().setSample(i % picture.getWidth(), i / picture.getWidth(), 0, nearest.computeIfAbsent(pixels[i], colour -> nearest(frequent, colour)));
        }
        ImageIO.write(few, "png", file.toFile());
    }

    private static List<Integer> frequent(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed()).limit(COLOURS)
                .map(Map.Entry::getKey).toList();
    }

    private static IndexColorModel model(List<Integer> colours) {
        var map = colours.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(Byte.SIZE, map.length, map, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(List<Integer> colours, int colour) {
        int best = 0;
        for (int i = 1; i < colours.size(); i++) {
            if (apart(colours.get(i), colour) < apart(colours.get(best), colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int apart(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < Integer.SIZE - Byte.SIZE; shift += Byte.SIZE) {
            int by = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += by * by;
        }
        return sum;
    }
}
