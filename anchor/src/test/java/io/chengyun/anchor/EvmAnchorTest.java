package io.chengyun.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.ledger.anchor.Anchor;
import io.chengyun.platform.ledger.anchor.AnchorSettings;
import io.chengyun.proof.Verdict.Outcome;
import io.chengyun.proof.evm.AnchorReceipt;
import io.chengyun.proof.evm.AnchorVerdict.Reason;
import io.chengyun.proof.evm.BlockHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints in a real chain of our own. */
class EvmAnchorTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Duration STUCK = Duration.ofMinutes(10);
    private static final String CHECKPOINT = "city.example/log\n544\nGfng3imUfQzO8WYdaMz+HmemrZEAC46wmdqPD1Zrz/g=\n";

    @TempDir
    Path folder;

    private Anvil chain;

    @BeforeEach
    void start() throws IOException {
        chain = Anvil.start();
        keep("rw-------", Anvil.KEY);
    }

    @AfterEach
    void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    private void keep(String rights, String key) throws IOException {
        Files.deleteIfExists(folder.resolve("key"));
        Files.writeString(folder.resolve("key"), key + "\n");
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString(rights));
    }

    private AnchorSettings settings(String url, long number) {
        return new AnchorSettings(
                url,
                "",
                number,
                folder.resolve("key").toString(),
                Duration.ofHours(1),
                3,
                Duration.ofSeconds(5),
                STUCK);
    }

    /** As after a restart: nothing is left but what was remembered. */
    private Anchor anchor() {
        return new EvmMaker().make(settings(chain.url(), Anvil.CHAIN));
    }

    private Anchor.Step step(String memory) {
        return anchor().advance(CHECKPOINT, memory, NOW);
    }

    /** Goes on until it stands in the chain, a block after each look. */
    private Anchor.Receipt finish(String memory) {
        var step = step(memory);
        for (int i = 0; i < 50 && step.receipt() == null; i++) {
            if (!step.again()) {
                chain.mine(1);
            }
            step = step(step.memory());
        }
        return Objects.requireNonNull(step.receipt(), "it never came into the chain");
    }

    private static String block(Anchor.Receipt receipt) {
        return BlockHeader.read(AnchorReceipt.parse(receipt.file()).header()).shown();
    }

    @Test
    void aCheckpointComesIntoTheChainAndIsProvenOffline() {
        var receipt = finish(Anchor.NOTHING_YET);
        var told = chain.ask("eth_getTransactionByHash", receipt.transaction());
        var trusted = told.path("blockHash").asString();
        var verdict = AnchorReceipt.check(receipt.file(), trusted);
        assertThat(verdict.reason()).isEqualTo(Reason.ANCHORED);
        assertThat(verdict.sentence(false)).contains("city.example/log", "544", "31337", "block " + receipt.block());
        assertThat(told.path("value").asString()).isEqualTo("0x0");
        assertThat(told.path("from").asString()).isEqualTo(told.path("to").asString());
        assertThat(AnchorReceipt.check(receipt.file(), "0x" + "0".repeat(64)).reason())
                .isEqualTo(Reason.OTHER_BLOCK);
    }

    @Test
    void everyByteOfAReceiptCounts() {
        var receipt = finish(Anchor.NOTHING_YET);
        byte[] bytes = receipt.file().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            var changed = AnchorReceipt.check(new String(bytes, StandardCharsets.UTF_8), block(receipt));
            assertThat(changed.outcome()).as("byte %d", i).isNotEqualTo(Outcome.VALID);
            bytes[i] ^= 1;
        }
    }

    @Test
    void itIsFoundAmongManyTransactions() {
        chain.automine(false);
        var others = chain.accounts().subList(1, 5);
        for (int i = 0; i < 160; i++) {
            chain.somethingElse(others.get(i % others.size()));
        }
        var signed = step(Anchor.NOTHING_YET);
        var sent = step(signed.memory());
        for (int i = 0; i < 20; i++) {
            chain.somethingElse(others.get(i % others.size()));
        }
        var receipt = finish(sent.memory());
        assertThat(chain.ask("eth_getBlockTransactionCountByNumber", "0x" + Long.toHexString(receipt.block()))
                        .asString())
                .isEqualTo("0xb5");
        assertThat(AnchorReceipt.check(receipt.file(), block(receipt)).reason()).isEqualTo(Reason.ANCHORED);
        assertThat(AnchorReceipt.parse(receipt.file()).path().nodes()).hasSizeGreaterThan(2);
    }

    @Test
    void nothingIsSentBeforeItIsRemembered() {
        var first = step(Anchor.NOTHING_YET);
        assertThat(first.again()).isTrue();
        chain.mine(1);
        assertThat(chain.sentBy(Anvil.ACCOUNT)).isZero();
        // the crash was before the memory was written: it begins again, and still only one is sent
        finish(step(Anchor.NOTHING_YET).memory());
        assertThat(chain.sentBy(Anvil.ACCOUNT)).isEqualTo(1);
    }

    @Test
    void aRestartBetweenSendingAndConfirmationSendsNothingTwice() {
        var sent = step(step(Anchor.NOTHING_YET).memory());
        chain.mine(1);
        assertThat(step(sent.memory()).receipt()).isNull();
        finish(sent.memory());
        assertThat(chain.sentBy(Anvil.ACCOUNT)).isEqualTo(1);
    }

    @Test
    void confirmationsAreWaitedFor() {
        chain.automine(false);
        var sent = step(step(Anchor.NOTHING_YET).memory());
        chain.mine(1);
        assertThat(step(sent.memory()).receipt()).isNull();
        chain.mine(1);
        assertThat(step(sent.memory()).receipt()).isNull();
        chain.mine(1);
        assertThat(step(sent.memory()).receipt()).isNotNull();
    }

    @Test
    void oneThatIsStuckIsReplacedByADearerOne() {
        chain.automine(false);
        var sent = step(step(Anchor.NOTHING_YET).memory());
        var later = NOW.plus(STUCK).plusSeconds(1);
        var raised = anchor().advance(CHECKPOINT, sent.memory(), later);
        assertThat(raised.again()).isTrue();
        var again = anchor().advance(CHECKPOINT, raised.memory(), later);
        assertThat(Sending.read(again.memory()).signed()).hasSize(2);
        assertThat(Sending.read(again.memory()).tip())
                .isGreaterThan(Sending.read(sent.memory()).tip());
        finish(again.memory());
        assertThat(chain.sentBy(Anvil.ACCOUNT)).isEqualTo(1);
    }

    @Test
    void itBeginsAgainWhenTheAccountWasUsedByAnother() {
        var signed = step(Anchor.NOTHING_YET);
        chain.somethingElse(Anvil.ACCOUNT);
        chain.mine(1);
        var receipt = finish(signed.memory());
        assertThat(AnchorReceipt.check(receipt.file(), block(receipt)).reason()).isEqualTo(Reason.ANCHORED);
        assertThat(chain.sentBy(Anvil.ACCOUNT)).isEqualTo(2);
    }

    @Test
    void aChainThatIsGoneIsAFaultAndNothingIsLost() {
        var sent = step(step(Anchor.NOTHING_YET).memory());
        var gone = new EvmMaker().make(settings("http://127.0.0.1:1", Anvil.CHAIN));
        assertThatThrownBy(() -> gone.advance(CHECKPOINT, sent.memory(), NOW))
                .isInstanceOfSatisfying(Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:chain-unreachable"));
        assertThat(finish(sent.memory())).isNotNull();
    }

    @Test
    void anotherChainIsRefused() {
        var elsewhere = new EvmMaker().make(settings(chain.url(), 1));
        assertThatThrownBy(() -> elsewhere.advance(CHECKPOINT, Anchor.NOTHING_YET, NOW))
                .isInstanceOfSatisfying(Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:other-chain"))
                .hasStackTraceContaining("chengyun.ledger.anchor.chain");
    }

    @Test
    void anAccountWithoutMoneyIsAFault() throws IOException {
        keep("rw-------", "1".repeat(64));
        assertThatThrownBy(() -> finish(Anchor.NOTHING_YET))
                .isInstanceOfSatisfying(Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:chain-says-no"));
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws IOException {
        keep("rw-r-----", Anvil.KEY);
        assertThatThrownBy(this::anchor)
                .isInstanceOfSatisfying(
                        Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:anchor-key-not-usable"))
                .hasStackTraceContaining("chmod 600");
        keep("rw-------", "not a key");
        assertThatThrownBy(this::anchor).isInstanceOf(Fault.class);
    }
}
