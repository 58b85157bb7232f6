package io.chengyun.proof.evm;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Strict;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.evm.AnchorVerdict.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * That a checkpoint stands in a block of a chain, in a file that needs no network (锚定回执). Nobody's signature is in it: whoever
 * checks it knows the block's hash from somebody he believes.
 *
 * @param index of the transaction in its block
 * @param header of the block, as it is written
 * @param path from the header's root of transactions to the transaction
 * @param checkpoint the text that was anchored, without signatures
 */
public record AnchorReceipt(long index, byte[] header, TrieProof path, String checkpoint) {

    private static final String TITLE = "chengyun.io/anchor@v1";
    private static final String INDEX = "index ";
    private static final String HEADER = "header ";
    private static final String NODE = "node ";
    private static final int MOST_NODES = 64;
    private static final Pattern BLOCK = Pattern.compile("0x[0-9a-fA-F]{64}");

    /** The kind with fees by EIP-1559, whose fields are chain, nonce, two fees, gas, to, value, data and more. */
    private static final byte TYPE = 2;

    private static final int CHAIN = 0;
    private static final int DATA = 7;
    private static final int FIELDS = 12;

    /** What a transaction says of a checkpoint: our mark, and the SHA-256 of its text. */
    public static byte[] data(String checkpoint) {
        try {
            var data = new ByteArrayOutputStream();
            data.writeBytes((TITLE + "\n").getBytes(StandardCharsets.UTF_8));
            data.writeBytes(MessageDigest.getInstance("SHA-256").digest(checkpoint.getBytes(StandardCharsets.UTF_8)));
            return data.toByteArray();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** @throws Unreadable naming the line */
    public static AnchorReceipt parse(String text) {
        int gap = text.indexOf("\n\n");
        var lines = new ArrayList<>(List.of(text.substring(0, Math.max(gap, 0)).split("\n", -1)));
        if (gap < 0 || !lines.remove(0).equals(TITLE)) {
            throw new Unreadable(
                    "receipt: does not begin with '" + TITLE + "' and an empty line before its checkpoint");
        }
        long index = Strict.number("index", take(lines, INDEX));
        byte[] header = Strict.base64("header", take(lines, HEADER));
        if (lines.size() > MOST_NODES) {
            throw new Unreadable("receipt: %d nodes; no block's trie is so high".formatted(lines.size()));
        }
        var nodes = new ArrayList<byte[]>();
        while (!lines.isEmpty()) {
            nodes.add(Strict.base64("node", take(lines, NODE)));
        }
        return new AnchorReceipt(index, header, new TrieProof(nodes), text.substring(gap + 2));
    }

    private static String take(List<String> lines, String mark) {
        if (lines.isEmpty() || !lines.get(0).startsWith(mark)) {
            throw new Unreadable("receipt: has no line '" + mark + "…' in its place");
        }
        return lines.remove(0).substring(mark.length());
    }

    public String format() {
        var base64 = Base64.getEncoder();
        var text = new StringBuilder(TITLE)
                .append('\n')
                .append(INDEX)
                .append(index)
                .append('\n');
        text.append(HEADER).append(base64.encodeToString(header)).append('\n');
        path.nodes()
                .forEach(node ->
                        text.append(NODE).append(base64.encodeToString(node)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads and checks it.
     *
     * @param block the hash of a block that the reader believes in, with {@code 0x}
     */
    public static AnchorVerdict check(String receipt, String block) {
        try {
            return parse(receipt).check(block);
        } catch (Unreadable no) {
            return AnchorVerdict.ofUnreadable(no);
        }
    }

    /** @throws Unreadable where a part of it cannot be read */
    private AnchorVerdict check(String block) {
        if (!BLOCK.matcher(block).matches()) {
            throw new Unreadable("block: not 0x and 64 hexadecimal digits");
        }
        var of = Checkpoint.parse(checkpoint);
        var standing = BlockHeader.read(header);
        if (!Arrays.equals(standing.hash(), HexFormat.of().parseHex(block, 2, block.length()))) {
            return AnchorVerdict.of(Reason.OTHER_BLOCK, standing.shown());
        }
        var transaction = path.value(standing.transactions(), Rlp.ofNumber(index));
        if (transaction.isEmpty()) {
            return AnchorVerdict.of(Reason.NOT_IN_BLOCK, index, standing.number());
        }
        var fields = fields(transaction.get());
        if (!Arrays.equals(fields.get(DATA).bytes(), data(checkpoint))) {
            return AnchorVerdict.of(Reason.OTHER_CHECKPOINT, index, standing.number());
        }
        return AnchorVerdict.of(
                Reason.ANCHORED,
                of.origin(),
                of.size(),
                fields.get(CHAIN).number("transaction: chain"),
                standing.number(),
                index,
                standing.at());
    }

    private static List<Rlp.Item> fields(byte[] transaction) {
        if (transaction.length == 0 || transaction[0] != TYPE) {
            throw new Unreadable("transaction: not of type " + TYPE);
        }
        return Rlp.read(Arrays.copyOfRange(transaction, 1, transaction.length)).list("transaction", FIELDS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnchorReceipt it && format().equals(it.format());
    }

    @Override
    public int hashCode() {
        return format().hashCode();
    }
}
