package io.chengyun.anchor;

import io.chengyun.kernel.Fault;
import io.chengyun.proof.evm.AnchorReceipt;
import io.chengyun.proof.evm.AnchorVerdict.Reason;
import io.chengyun.proof.evm.BlockHeader;
import io.chengyun.proof.evm.Rlp;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A block of the chain, as the node tells it (区块), written again as the chain itself writes it.
 *
 * @param transactions each as it was sent
 */
record Block(byte[] header, List<byte[]> transactions) {

    /** In the header's order; later forks put theirs behind. */
    private static final List<String> FIELDS = List.of(
            "parentHash",
            "sha3Uncles",
            "miner",
            "stateRoot",
            "transactionsRoot",
            "receiptsRoot",
            "logsBloom",
            "difficulty",
            "number",
            "gasLimit",
            "gasUsed",
            "timestamp",
            "extraData",
            "mixHash",
            "nonce",
            "baseFeePerGas",
            "withdrawalsRoot",
            "blobGasUsed",
            "excessBlobGas",
            "parentBeaconBlockRoot",
            "requestsHash");

    private static final Set<String> NUMBERS = Set.of(
            "difficulty",
            "number",
            "gasLimit",
            "gasUsed",
            "timestamp",
            "baseFeePerGas",
            "blobGasUsed",
            "excessBlobGas");

    /** @throws Fault where the node does not know it, or knows it in a shape that this version does not */
    static Block read(Node node, String hash) {
        var told = node.ask("eth_getBlockByHash", hash, false);
        byte[] header = header(told);
        if (!BlockHeader.read(header).shown().equalsIgnoreCase(hash)) {
            throw notUnderstood("the header of block " + hash + " has fields that are not known here");
        }
        var transactions = new ArrayList<byte[]>();
        for (int i = 0; i < told.path("transactions").size(); i++) {
            var raw = node.ask("eth_getRawTransactionByBlockHashAndIndex", hash, "0x" + Integer.toHexString(i));
            transactions.add(Node.bytes(raw));
        }
        var block = new Block(header, List.copyOf(transactions));
        if (!Arrays.equals(
                new TransactionTrie(transactions).root(),
                BlockHeader.read(header).transactions())) {
            throw notUnderstood("the transactions of block " + hash + " do not make its root");
        }
        return block;
    }

    private static byte[] header(JsonNode told) {
        return Rlp.ofList(FIELDS.stream()
                .filter(told::hasNonNull)
                .map(field -> NUMBERS.contains(field)
                        ? number(Node.number(told.path(field)))
                        : Rlp.ofBytes(Node.bytes(told.path(field))))
                .toList());
    }

    private static byte[] number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Rlp.ofBytes(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    /** The receipt of a transaction in it, checked as an auditor does. */
    String receipt(long index, String checkpoint) {
        var file =
                new AnchorReceipt(index, header, new TransactionTrie(transactions).proof(index), checkpoint).format();
        var verdict = AnchorReceipt.check(file, BlockHeader.read(header).shown());
        if (verdict.reason() != Reason.ANCHORED) {
            throw notUnderstood(verdict.sentence(false));
        }
        return file;
    }

    private static Fault notUnderstood(String why) {
        return new Fault("ledger:block-not-understood", new IOException(why));
    }
}
