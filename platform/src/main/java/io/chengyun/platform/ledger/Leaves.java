package io.chengyun.platform.ledger;

import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.platform.ledger.SaltStore.Salt;
import io.chengyun.platform.ledger.sign.Signing;
import io.chengyun.proof.Leaf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes leaves of the journal's lines (成叶): salted, and signed by the organisations whose acts they are. */
@Service
class Leaves {

    private final SaltStore salts;
    private final Signing signing;

    Leaves(SaltStore salts, Signing signing) {
        this.salts = salts;
        this.signing = signing;
    }

    /** The entries that the log gets for the lines, in their order. In its caller's transaction. */
    List<byte[]> of(List<Line> lines, Instant now) {
        var keys = salts.need(lines.stream().map(Line::subject).toList());
        var batch = signing.open(lines);
        var entries = new ArrayList<byte[]>();
        for (var line : lines) {
            var salt = keys.getOrDefault(line.subject(), Salt.GONE).of(line.number());
            byte[] record = Integration.statement(line).toBytes();
            byte[] entry = Leaf.of(line.at(), batch.actor(line), salt.orElseThrow(), record)
                    .toBytes();
            batch.add(line, entry);
            entries.add(entry);
        }
        batch.sign(now);
        return entries;
    }
}
