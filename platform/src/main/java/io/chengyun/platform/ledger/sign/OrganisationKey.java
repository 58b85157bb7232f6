package io.chengyun.platform.ledger.sign;

import io.chengyun.proof.KeyBook;
import io.chengyun.proof.NoteKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation signs its people's acts with (机构密钥): the public halves.
 *
 * @param id of the Ed25519 key, eight hexadecimal digits, as leaves name it
 * @param serial the organisation's first key has 1
 * @param ed25519 as notes name it ({@code name+id+base64})
 * @param sm2 the same of SM2
 * @param from the first moment at which it holds
 * @param until the first at which it holds no more; null while it does
 */
public record OrganisationKey(
        String id,
        String organisation,
        int serial,
        String ed25519,
        String sm2,
        Instant from,
        @Nullable Instant until,
        State state) {

    /** How it stands (密钥状态). */
    public enum State {
        /** 在用. */
        HOLDS,
        /** 已轮换: a newer one took its place. */
        ROTATED,
        /** 已吊销: it may have got into other hands. */
        REVOKED
    }

    private static String id(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    static OrganisationKey of(String organisation, int serial, KeyPair pair, Instant from) {
        return new OrganisationKey(
                id(pair.id()),
                organisation,
                serial,
                pair.ed25519().key().format(),
                pair.sm2().key().format(),
                from,
                null,
                State.HOLDS);
    }

    /** Where the private halves lie in the key ring. */
    String alias() {
        return alias(organisation, serial);
    }

    static String alias(String organisation, int serial) {
        return "organisation/" + organisation + "/" + serial;
    }

    OrganisationKey ended(State how, Instant at) {
        return new OrganisationKey(id, organisation, serial, ed25519, sm2, from, at, how);
    }

    List<KeyBook.Entry> lines() {
        return List.of(ed25519, sm2).stream()
                .map(key -> new KeyBook.Entry(organisation, NoteKey.parse(key), from, until))
                .toList();
    }
}
