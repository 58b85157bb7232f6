package io.chengyun.proof.evm;

import io.chengyun.proof.Unreadable;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How EVM chains write bytes and lists (RLP 编码, Ethereum yellow paper, appendix B), and reads only its one spelling. */
public final class Rlp {

    private static final int TEXT = 0x80;
    private static final int LIST = 0xc0;
    private static final int SHORT = 55;

    private final byte[] all;
    private int at;

    private Rlp(byte[] all) {
        this.all = all;
    }

    /**
     * What was read (RLP 项).
     *
     * @param bytes without their prefix; of a list, those of all its items
     * @param items empty also where it is no list
     */
    public record Item(boolean isList, byte[] bytes, List<Item> items) {

        public Item {
            items = List.copyOf(items);
        }

        /** @throws Unreadable unless it is a list of so many items at least */
        List<Item> list(String what, int least) {
            if (!isList || items.size() < least) {
                throw new Unreadable(what + ": not a list of " + least);
            }
            return items;
        }

        /** @throws Unreadable unless it is bytes, and so many of them */
        byte[] bytes(String what, int length) {
            if (isList || bytes.length != length) {
                throw new Unreadable(what + ": not " + length + " bytes");
            }
            return bytes;
        }

        /** @throws Unreadable unless it is a number of 63 bits without leading zeroes */
        long number(String what) {
            boolean zeroes = bytes.length > 0 && bytes[0] == 0;
            if (isList || zeroes || bytes.length > Long.BYTES || bytes.length == Long.BYTES && bytes[0] < 0) {
                throw new Unreadable(what + ": not a whole number");
            }
            return new BigInteger(1, bytes).longValueExact();
        }
    }

    public static byte[] ofBytes(byte[] bytes) {
        boolean itself = bytes.length == 1 && bytes[0] >= 0;
        return itself ? bytes.clone() : prefixed(TEXT, bytes);
    }

    public static byte[] ofNumber(long number) {
        byte[] bytes = BigInteger.valueOf(number).toByteArray();
        return ofBytes(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    /** @param items as they are written */
    public static byte[] ofList(List<byte[]> items) {
        var payload = new ByteArrayOutputStream();
        items.forEach(payload::writeBytes);
        return prefixed(LIST, payload.toByteArray());
    }

    private static byte[] prefixed(int kind, byte[] payload) {
        var out = new ByteArrayOutputStream();
        if (payload.length <= SHORT) {
            out.write(kind + payload.length);
        } else {
            byte[] length = BigInteger.valueOf(payload.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            out.write(kind + SHORT + length.length - from);
            out.write(length, from, length.length - from);
        }
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** @throws Unreadable unless it is one item, in its one spelling, and nothing behind it */
    public static Item read(byte[] all) {
        var reader = new Rlp(all);
        var item = reader.item(all.length);
        if (reader.at != all.length) {
            throw new Unreadable("RLP: something stands behind the end");
        }
        return item;
    }

    private Item item(int end) {
        int head = octet(end);
        if (head < TEXT) {
            return new Item(false, new byte[] {(byte) head}, List.of());
        }
        boolean list = head >= LIST;
        int from = length(head - (list ? LIST : TEXT), end);
        byte[] payload = Arrays.copyOfRange(all, at, from);
        if (list) {
            return new Item(true, payload, items(from));
        }
        if (payload.length == 1 && payload[0] >= 0) {
            throw new Unreadable("RLP: a prefix where none is needed");
        }
        at = from;
        return new Item(false, payload, List.of());
    }

    private List<Item> items(int end) {
        var items = new ArrayList<Item>();
        while (at < end) {
            items.add(item(end));
        }
        return items;
    }

    /** Where what begins here ends. */
    private int length(int head, int end) {
        long length = head;
        if (head > SHORT) {
            length = 0;
            for (int i = head - SHORT; i > 0; i--) {
                length = length << Byte.SIZE | octet(end);
                if (length == 0 || length > all.length) {
                    throw new Unreadable("RLP: a length in another spelling, or beyond the end");
                }
            }
            if (length <= SHORT) {
                throw new Unreadable("RLP: a long length where a short one is needed");
            }
        }
        if (length > end - at) {
            throw new Unreadable("RLP: ends too early");
        }
        return at + (int) length;
    }

    private int octet(int end) {
        if (at >= end) {
            throw new Unreadable("RLP: ends too early");
        }
        return all[at++] & 0xff;
    }
}
