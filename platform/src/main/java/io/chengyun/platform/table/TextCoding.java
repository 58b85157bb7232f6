package io.chengyun.platform.table;

import io.chengyun.kernel.Malformed;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * How a text file is written (文本编码): UTF-8, with a byte-order mark or without, or GBK as older office programs write it, plain
 * or packed. The whole file is looked at before anything is read of it, so nothing is guessed by its beginning.
 */
public final class TextCoding {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;
    private static final int MARK = 0xFEFF;
    /** From here on a character has two bytes in UTF-8, and from there on three. */
    private static final int TWO_BYTES = 0x80;

    private static final int THREE_BYTES = 0x800;

    private TextCoding() {}

    /** Opens it behind its byte-order mark; refuses what is in no encoding we know. */
    public static Reader open(Path file) throws IOException {
        return behindMark(new InputStreamReader(bytes(file), charset(file)));
    }

    /**
     * A few words of GBK may be good UTF-8 too, of two bytes a character: 莘庄 is. But Chinese in UTF-8 takes three, so what has
     * only two of them is GBK if it can be.
     */
    private static Charset charset(Path file) throws IOException {
        var asUtf8 = look(file, StandardCharsets.UTF_8);
        if (asUtf8 == Look.WIDE || asUtf8 == Look.PLAIN) {
            return StandardCharsets.UTF_8;
        }
        if (look(file, GBK) != Look.TORN) {
            return GBK;
        }
        if (asUtf8 == Look.NARROW) {
            return StandardCharsets.UTF_8;
        }
        throw new Malformed("in", file + " is neither UTF-8 nor GBK: save it as UTF-8");
    }

    /** What a file looks like in an encoding. */
    private enum Look {
        TORN,
        PLAIN,
        NARROW,
        WIDE
    }

    private static Look look(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.allocate(BLOCK);
        var out = CharBuffer.allocate(BLOCK);
        var look = Look.PLAIN;
        try (var bytes = bytes(file)) {
            for (boolean end = false; !end; ) {
                int read = bytes.read(in.array(), in.position(), in.remaining());
                end = read < 0;
                in.position(in.position() + Math.max(0, read)).flip();
                if (decoder.decode(in, out.clear(), end).isError()) {
                    return Look.TORN;
                }
                look = wider(look, out.flip());
                in.compact();
            }
            return look;
        }
    }

    private static Look wider(Look look, CharBuffer text) {
        int widest = text.chars().max().orElse(0);
        var here = widest >= THREE_BYTES ? Look.WIDE : widest >= TWO_BYTES ? Look.NARROW : Look.PLAIN;
        return here.compareTo(look) > 0 ? here : look;
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream raw;
        try {
            raw = new BufferedInputStream(Files.newInputStream(file), BLOCK);
        } catch (NoSuchFileException absent) {
            throw new Malformed("in", file + " cannot be read: name a file that is there");
        }
        raw.mark(2);
        boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return packed ? new GZIPInputStream(raw, BLOCK) : raw;
    }

    private static Reader behindMark(Reader reader) throws IOException {
        var back = new PushbackReader(reader, 1);
        int first = back.read();
        if (first >= 0 && first != MARK) {
            back.unread(first);
        }
        return new BufferedReader(back, BLOCK);
    }
}
