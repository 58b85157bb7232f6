package io.chengyun.anchor;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.ledger.anchor.Anchor;
import io.chengyun.platform.ledger.anchor.AnchorSettings;
import io.chengyun.proof.evm.AnchorReceipt;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Brings a checkpoint into a chain of the Ethereum kind (EVM 锚定). First a transaction is signed and remembered, then sent, as often as it
 * takes; one that is stuck is signed again with the same nonce and a higher fee, so that the chain can never take two.
 */
final class EvmAnchor implements Anchor {

    private static final String LATEST = "latest";
    /** What an estimate of gas is raised by, in hundredths. */
    private static final long GAS_MARGIN = 120;
    /** A replacement must pay a tenth more, or nodes do not take it; in hundredths. */
    private static final long RAISE = 125;

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    /** Three times the first fee; more is for a person to decide. */
    private static final int MOST_SIGNED = 6;

    private final AnchorSettings settings;
    private final Node node;
    private final Account account;

    EvmAnchor(AnchorSettings settings, Node node, Account account) {
        this.settings = settings;
        this.node = node;
        this.account = account;
    }

    @Override
    public Step advance(String checkpoint, String memory, Instant now) {
        requireChain();
        if (memory.equals(NOTHING_YET)) {
            return new Step(first(checkpoint, now).write(), true, null);
        }
        var sending = Sending.read(memory);
        var mined = sending.hashes().stream()
                .map(hash -> node.ask("eth_getTransactionReceipt", hash))
                .filter(receipt -> receipt.hasNonNull("blockHash"))
                .findFirst();
        return mined.isPresent() ? mined(checkpoint, memory, mined.get()) : unmined(checkpoint, sending, now);
    }

    private void requireChain() {
        var there = node.number("eth_chainId");
        if (!there.equals(BigInteger.valueOf(settings.chain()))) {
            throw new Fault(
                    "ledger:other-chain",
                    new IOException("the node's chain is " + there + ", chengyun.ledger.anchor.chain says "
                            + settings.chain()));
        }
    }

    private Sending first(String checkpoint, Instant now) {
        // not "pending": what lies there from before is ours too, and is to be replaced
        var nonce = node.number("eth_getTransactionCount", account.address(), LATEST);
        var fee = fee();
        return new Sending(nonce, fee.tip(), fee.most(), now, List.of(sign(checkpoint, nonce, fee)));
    }

    private byte[] sign(String checkpoint, BigInteger nonce, Account.Fee fee) {
        byte[] data = AnchorReceipt.data(checkpoint);
        var estimate = node.number(
                "eth_estimateGas",
                Map.of(
                        "from",
                        account.address(),
                        "to",
                        account.address(),
                        "data",
                        "0x" + HexFormat.of().formatHex(data)));
        var gas = estimate.multiply(BigInteger.valueOf(GAS_MARGIN)).divide(HUNDRED);
        return account.sign(settings.chain(), nonce, gas, fee, data);
    }

    private Account.Fee fee() {
        var base = Node.number(node.ask("eth_getBlockByNumber", LATEST, false).path("baseFeePerGas"));
        var tip = node.number("eth_maxPriorityFeePerGas");
        return new Account.Fee(tip, base.multiply(BigInteger.TWO).add(tip));
    }

    private Step mined(String checkpoint, String memory, JsonNode receipt) {
        var block = Node.number(receipt.path("blockNumber"));
        var confirmed = node.number("eth_blockNumber").subtract(block).add(BigInteger.ONE);
        if (confirmed.compareTo(BigInteger.valueOf(settings.confirmations())) < 0) {
            return new Step(memory, false, null);
        }
        long index = Node.number(receipt.path("transactionIndex")).longValueExact();
        var file = Block.read(node, receipt.path("blockHash").asString()).receipt(index, checkpoint);
        return new Step(
                memory,
                false,
                new Receipt(
                        settings.chain(),
                        block.longValueExact(),
                        receipt.path("transactionHash").asString(),
                        file));
    }

    private Step unmined(String checkpoint, Sending sending, Instant now) {
        var next = node.number("eth_getTransactionCount", account.address(), LATEST);
        if (next.compareTo(sending.nonce()) > 0) {
            // somebody else used the account: none of ours can come any more
            return new Step(NOTHING_YET, true, null);
        }
        boolean stuck = now.isAfter(sending.at().plus(settings.stuck()));
        if (stuck && sending.signed().size() < MOST_SIGNED) {
            return new Step(raised(checkpoint, sending, now).write(), true, null);
        }
        send(sending.last());
        return new Step(sending.write(), false, null);
    }

    private Sending raised(String checkpoint, Sending sending, Instant now) {
        var today = fee();
        var fee = new Account.Fee(
                raised(sending.tip()).max(today.tip()), raised(sending.most()).max(today.most()));
        return sending.with(fee, now, sign(checkpoint, sending.nonce(), fee));
    }

    private static BigInteger raised(BigInteger fee) {
        return fee.multiply(BigInteger.valueOf(RAISE)).divide(HUNDRED).add(BigInteger.ONE);
    }

    private void send(byte[] signed) {
        try {
            node.tell("eth_sendRawTransaction", "0x" + HexFormat.of().formatHex(signed));
        } catch (Node.Declined no) {
            if (!isThere(no)) {
                throw new Fault("ledger:chain-says-no", no);
            }
        }
    }

    /** Nodes say in many words that they know a transaction, or have just taken it. */
    private static boolean isThere(Node.Declined no) {
        var words = String.valueOf(no.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of("already", "known", "nonce too low").anyMatch(words::contains);
    }
}
