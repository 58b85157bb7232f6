package io.chengyun.proof.witness;

import io.chengyun.proof.ConsistencyProof;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Note;
import io.chengyun.proof.Strict;
import io.chengyun.proof.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log asks of a witness (见证请求): to sign this checkpoint, which extends the one of the size that it signed before.
 *
 * @param oldSize of the checkpoint that the witness signed last; 0 if none
 * @param path of the consistency proof between both
 */
public record Request(long oldSize, List<Hash> path, Note checkpoint) {

    private static final String OLD = "old ";
    private static final int LONGEST_PATH = 63;

    public Request {
        path = List.copyOf(path);
    }

    /** @throws Unreadable naming the line */
    public static Request parse(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        int gap = text.indexOf("\n\n");
        if (gap < 0 || !text.startsWith(OLD)) {
            throw new Unreadable("request: does not begin with 'old N', and an empty line before the checkpoint");
        }
        var lines = new ArrayList<>(Arrays.asList(text.substring(0, gap).split("\n", -1)));
        long oldSize = Strict.number("request old", lines.remove(0).substring(OLD.length()));
        if (lines.size() > LONGEST_PATH) {
            throw new Unreadable("request: %d lines of proof; at most %d".formatted(lines.size(), LONGEST_PATH));
        }
        byte[] note = Arrays.copyOfRange(
                body, text.substring(0, gap + 2).getBytes(StandardCharsets.UTF_8).length, body.length);
        return new Request(oldSize, lines.stream().map(Hash::parse).toList(), Note.parse(note));
    }

    ConsistencyProof proof(long newSize) {
        return new ConsistencyProof(oldSize, newSize, path);
    }

    public byte[] toBytes() {
        var text = new StringBuilder(OLD).append(oldSize).append('\n');
        path.forEach(hash -> text.append(hash.toBase64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
