package io.chengyun.anchor;

import io.chengyun.proof.evm.Keccak;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was signed for one checkpoint (发送记录): transactions with one nonce, of which the chain can take only one.
 *
 * @param tip of the last one, in wei for a unit of gas
 * @param most of the last one, in wei for a unit of gas
 * @param at when the last one was signed
 * @param signed as they are sent, the cheapest first
 */
record Sending(BigInteger nonce, BigInteger tip, BigInteger most, Instant at, List<byte[]> signed) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Sending {
        signed = List.copyOf(signed);
    }

    static Sending read(String memory) {
        return JSON.readValue(memory, Sending.class);
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    byte[] last() {
        return signed.get(signed.size() - 1);
    }

    Sending with(Account.Fee fee, Instant at, byte[] another) {
        return new Sending(
                nonce,
                fee.tip(),
                fee.most(),
                at,
                Stream.concat(signed.stream(), Stream.of(another)).toList());
    }

    /** By which the chain knows each. */
    List<String> hashes() {
        return signed.stream()
                .map(it -> "0x" + HexFormat.of().formatHex(Keccak.of(it)))
                .toList();
    }
}
