package io.chengyun.acceptance.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads packed files as text (压缩包): {@code .csv.gz}, and the plain files of a {@code .tar.gz}. */
final class Archive {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_FROM = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int OCTAL = 8;

    private Archive() {}

    static List<String> lines(Path packed) throws IOException {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    /** The lines of every file that ends so, by its name. */
    static Map<String, List<String>> files(Path tar, String ending) throws IOException {
        var files = new TreeMap<String, List<String>>();
        try (var in = new GZIPInputStream(Files.newInputStream(tar))) {
            for (var head = in.readNBytes(BLOCK); head.length == BLOCK && head[0] != 0; head = in.readNBytes(BLOCK)) {
                var name = text(head, 0, NAME);
                var body = body(
                        in, Integer.parseInt(text(head, SIZE_FROM, SIZE_LENGTH).strip(), OCTAL));
                if (name.endsWith(ending)) {
                    files.put(
                            name,
                            new String(body, StandardCharsets.UTF_8).lines().toList());
                }
            }
        }
        return files;
    }

    private static byte[] body(InputStream in, int size) throws IOException {
        var body = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return body;
    }

    private static String text(byte[] head, int from, int length) {
        int end = from;
        while (end < from + length && head[end] != 0) {
            end++;
        }
        return new String(head, from, end - from, StandardCharsets.UTF_8);
    }
}
