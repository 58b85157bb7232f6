package io.chengyun.platform.casework.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Images as phones make them, and as nobody should: made in the test, byte by byte. */
public final class Snapshots {

    static final int APP1 = 0xE1;
    static final int APP13 = 0xED;
    static final int COMMENT = 0xFE;
    static final String SERIAL = "SN-7718842";

    private Snapshots() {}

    static byte[] plain(String format) {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 32; x++) {
            for (int y = 0; y < 24; y++) {
                image.setRGB(x, y, Color.HSBtoRGB(x / 32f, 1, y / 24f));
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage drawn(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A phone's photo: place, time, serial number, how it is turned, and a remark in three more places. */
    static byte[] fromAPhone() {
        var with = segment(plain("jpg"), APP1, join(ascii("Exif\0\0"), exif(121.41, 31.08, "2026:11:23 08:59:00")));
        with = segment(with, APP1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SERIAL + "</x:xmpmeta>"));
        with = segment(with, APP13, ascii("Photoshop 3.0\0" + SERIAL));
        return segment(with, COMMENT, ascii("owner " + SERIAL));
    }

    /** A JPEG with one more segment, right after its beginning. */
    static byte[] segment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        var head =
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        var rest = new byte[jpeg.length - 2];
        System.arraycopy(jpeg, 2, rest, 0, rest.length);
        return join(head, content, rest);
    }

    /** Camera notes in the byte order of most phones of another make than ours. */
    static byte[] exif(double lon, double lat, String taken) {
        var tiff = ByteBuffer.allocate(512);
        tiff.put(ascii("MM\0*")).putInt(8);
        tiff.position(8).putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, 6 << 16);
        entry(tiff, 0x8769, 4, 1, 100);
        entry(tiff, 0x8825, 4, 1, 200);
        tiff.position(100).putShort((short) 3);
        entry(tiff, 0x9003, 2, taken.length() + 1, 300);
        entry(tiff, 0x9011, 2, 7, 330);
        entry(tiff, 0xA431, 2, SERIAL.length() + 1, 340);
        tiff.position(200).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 360);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 390);
        tiff.position(300).put(ascii(taken));
        tiff.position(330).put(ascii("+08:00"));
        tiff.position(340).put(ascii(SERIAL));
        degrees(tiff.position(360), lat);
        degrees(tiff.position(390), lon);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        int whole = (int) degrees;
        double minutes = (degrees - whole) * 60;
        int wholeMinutes = (int) minutes;
        int seconds = (int) Math.round((minutes - wholeMinutes) * 60 * 1000);
        tiff.putInt(whole)
                .putInt(1)
                .putInt(wholeMinutes)
                .putInt(1)
                .putInt(seconds)
                .putInt(1000);
    }

    /** A chunk of a PNG. */
    static byte[] chunk(String name, byte[] content) {
        var body = join(ascii(name), content);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(content.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG of 8 bit grey that says this size and holds this much, packed. */
    static byte[] grey(int width, int height, byte[] content, int packing) {
        var packer = new Deflater(packing);
        packer.setInput(content);
        packer.finish();
        var packed = new byte[content.length + 1024];
        int length = packer.deflate(packed);
        packer.end();
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", java.util.Arrays.copyOf(packed, length)),
                chunk("IEND", new byte[0]));
    }

    /** An archive, such as a JAR is one. */
    public static byte[] archive(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Evil.class"));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
