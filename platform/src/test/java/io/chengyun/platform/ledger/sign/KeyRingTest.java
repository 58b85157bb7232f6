package io.chengyun.platform.ledger.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final String NAME = "city.example/log/D-WATER";

    @TempDir
    Path folder;

    private KeyRing ring() {
        return KeyRing.open(folder, "", NOW);
    }

    @Test
    void keysOutliveTheHouse() {
        var made = ring().pair("a", NAME);
        var again = ring().pair("a", NAME);
        assertThat(again.ed25519().key()).isEqualTo(made.ed25519().key());
        assertThat(again.sm2().key()).isEqualTo(made.sm2().key());
        assertThat(again.sign("text\n", NOW).isSignedBy(made.ed25519().key())).isTrue();
        assertThat(again.sign("text\n", NOW).isSignedBy(made.sm2().key())).isTrue();
    }

    @Test
    void eachAliasHasKeysOfItsOwn() {
        var ring = ring();
        assertThat(ring.pair("a", NAME).id()).isNotEqualTo(ring.pair("b", NAME).id());
    }

    @Test
    void twoHousesWithOneRingLoseNoKey() {
        var one = ring();
        var other = ring();
        var a = one.pair("a", NAME);
        var b = other.pair("b", NAME);
        assertThat(ring().pair("a", NAME).id()).isEqualTo(a.id());
        assertThat(one.pair("b", NAME).id())
                .as("made by the other one meanwhile")
                .isEqualTo(b.id());
    }

    @Test
    void whatIsForgottenSignsNoMore() {
        var ring = ring();
        var old = ring.pair("a", NAME);
        ring.forget("a");
        assertThat(ring().pair("a", NAME).id()).isNotEqualTo(old.id());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        ring().pair("a", NAME);
        for (var file : new String[] {"keys.p12", "keys.password"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(file)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void anotherPasswordDoesNotOpenIt() {
        ring().pair("a", NAME);
        assertThatThrownBy(() -> KeyRing.open(folder, "another", NOW))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("keys-not-readable");
    }
}
