package io.chengyun.platform.ledger.anchor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A chain that holds a checkpoint now and then (锚定设置).
 *
 * @param url of the chain's JSON-RPC node; empty for no anchor
 * @param jars folder of the module that speaks with the chain, as {@code anchor/target/anchor} holds it
 * @param chain number of the chain; another one is refused
 * @param keyFile private key of the account that pays, 64 hexadecimal digits, readable by its owner alone
 * @param every at most one checkpoint in this time of the house's clock
 * @param confirmations blocks from the transaction's own on before it is believed
 * @param patience how long the node may take, and the pause between two looks
 * @param stuck a transaction that waits longer is sent again with a higher fee
 */
@ConfigurationProperties("chengyun.ledger.anchor")
public record AnchorSettings(
        @DefaultValue("") String url,
        @DefaultValue("anchor/target/anchor") String jars,
        @DefaultValue("0") long chain,
        @DefaultValue("data/anchor.key") String keyFile,
        @DefaultValue("1h") Duration every,
        @DefaultValue("12") int confirmations,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10m") Duration stuck) {

    boolean isOn() {
        return !url.isBlank();
    }

    /** Without the address, which may hold a key of its provider. */
    @Override
    public String toString() {
        return "AnchorSettings[chain " + chain + "]";
    }
}
