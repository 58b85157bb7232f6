package io.chengyun.platform.casework;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small real images for tests. */
final class Images {

    private Images() {}

    /** A PNG of this colour. */
    static byte[] png(int colour) {
        return write("png", colour);
    }

    static byte[] jpeg(int colour) {
        return write("jpg", colour);
    }

    private static byte[] write(String format, int colour) {
        var image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
