package io.chengyun.proof.tile;

import io.chengyun.proof.Unreadable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Entries one behind the other, as a file (条目包): each behind its length in two bytes (C2SP tlog-tiles). */
public final class Bundle {

    public static final int LONGEST_ENTRY = 0xffff;

    private static final int PREFIX = 2;

    private Bundle() {}

    static void add(ByteArrayOutputStream bundle, byte[] entry) {
        if (entry.length > LONGEST_ENTRY) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes; at most " + LONGEST_ENTRY);
        }
        bundle.write(entry.length >> Byte.SIZE);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
    }

    /**
     * The first {@code width} entries.
     *
     * @param name of the file, for the error
     */
    public static List<byte[]> read(String name, byte[] bundle, int width) {
        var entries = new ArrayList<byte[]>(width);
        int at = 0;
        while (entries.size() < width) {
            if (at + PREFIX > bundle.length) {
                throw new Unreadable("%s: ends after %d of %d entries".formatted(name, entries.size(), width));
            }
            int length = (bundle[at] & 0xff) << Byte.SIZE | bundle[at + 1] & 0xff;
            at += PREFIX;
            if (at + length > bundle.length) {
                throw new Unreadable("%s: ends within entry %d".formatted(name, entries.size()));
            }
            var entry = new byte[length];
            System.arraycopy(bundle, at, entry, 0, length);
            entries.add(entry);
            at += length;
        }
        return entries;
    }
}
