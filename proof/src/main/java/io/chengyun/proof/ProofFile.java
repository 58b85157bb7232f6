package io.chengyun.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That something stands in a log, in a file that needs no network (证明文件, C2SP tlog-proof@v1).
 *
 * @param extra what else belongs to it; nobody vouches for it
 * @param index of the leaf, from 0
 * @param path from the leaf's sibling to the root's child
 * @param checkpoint with its signatures
 */
public record ProofFile(byte[] extra, long index, List<Hash> path, Note checkpoint) {

    private static final String TITLE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    public ProofFile {
        path = List.copyOf(path);
    }

    /** @throws Unreadable naming the line */
    public static ProofFile parse(String text) {
        int gap = text.indexOf("\n\n");
        var lines = new ArrayList<>(List.of(text.substring(0, Math.max(gap, 0)).split("\n", -1)));
        if (gap < 0 || !lines.get(0).equals(TITLE)) {
            throw new Unreadable("proof: does not begin with '" + TITLE + "' and an empty line before its checkpoint");
        }
        lines.remove(0);
        var base64 = take(lines, EXTRA);
        byte[] extra = base64 == null ? new byte[0] : Strict.base64("extra", base64);
        var digits = take(lines, INDEX);
        if (digits == null) {
            throw new Unreadable("proof: has no line 'index N'");
        }
        long index = Strict.number("index", digits);
        if (lines.size() > LONGEST_PATH) {
            throw new Unreadable("proof: its path has %d hashes; no tree is so high".formatted(lines.size()));
        }
        var path = new ArrayList<Hash>();
        for (var hash : lines) {
            path.add(Hash.parse(hash));
        }
        return new ProofFile(extra, index, path, Note.parse(text.substring(gap + 2)));
    }

    /** Reads either form of it. */
    public static ProofFile read(String text) {
        return Compact.isPacked(text) ? Compact.unpack(text) : parse(text);
    }

    /**
     * The record that is shown beside it; nothing once it was erased.
     *
     * @throws Unreadable if what stands there is no {@link Opening}
     */
    public Optional<Statement> record() {
        return Opening.parse(extra).find().map(shown -> Statement.parse(shown.record()));
    }

    /** The same proof without the organisation's signature, where there is no room for it. */
    public ProofFile unsigned() {
        return new ProofFile(Opening.parse(extra).unsigned().toBytes(), index, path, checkpoint);
    }

    /** What stands behind the mark in the first line, which is taken; null if it has another. */
    private static @Nullable String take(List<String> lines, String mark) {
        return !lines.isEmpty() && lines.get(0).startsWith(mark)
                ? lines.remove(0).substring(mark.length())
                : null;
    }

    public String format() {
        var text = new StringBuilder(TITLE).append('\n');
        if (extra.length > 0) {
            text.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.toBase64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProofFile it && format().equals(it.format());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {index, path});
    }

    @Override
    public String toString() {
        return format();
    }
}
