package io.chengyun.proof.evm;

import io.chengyun.proof.Unreadable;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a block says of itself (区块头). Later forks put fields behind these, never between.
 *
 * @param hash by which everybody knows the block
 * @param transactions root over its transactions
 * @param at when it was made, as whoever made it says
 */
public record BlockHeader(byte[] hash, byte[] transactions, long number, Instant at) {

    private static final int TRANSACTIONS = 4;
    private static final int NUMBER = 8;
    private static final int TIME = 11;
    /** Before the first fork. */
    private static final int LEAST = 15;
    /** Beyond the year 9999 no clock of ours goes. */
    private static final long LATEST = 253_402_300_799L;

    /** @throws Unreadable unless it is a header */
    public static BlockHeader read(byte[] rlp) {
        var fields = Rlp.read(rlp).list("block header", LEAST);
        long seconds = fields.get(TIME).number("block header: time");
        if (seconds > LATEST) {
            throw new Unreadable("block header: time beyond all clocks");
        }
        return new BlockHeader(
                Keccak.of(rlp),
                fields.get(TRANSACTIONS).bytes("block header: root of transactions", Keccak.LENGTH),
                fields.get(NUMBER).number("block header: number"),
                Instant.ofEpochSecond(seconds));
    }

    /** With {@code 0x}, as explorers show it. */
    public String shown() {
        return "0x" + HexFormat.of().formatHex(hash);
    }
}
