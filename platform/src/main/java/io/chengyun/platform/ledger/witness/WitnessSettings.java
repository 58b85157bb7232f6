package io.chengyun.platform.ledger.witness;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who watches the log (见证设置).
 *
 * @param known who is asked to sign each checkpoint, by name
 * @param quorum how many have to; 0 for two of three, rounded up
 * @param patience how long one may take
 * @param rest how long one that failed is left in peace
 */
@ConfigurationProperties("chengyun.ledger.witnesses")
record WitnessSettings(
        @DefaultValue Map<String, Address> known,
        @DefaultValue("0") int quorum,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("15s") Duration rest) {

    /**
     * Where a witness is found (见证方地址).
     *
     * @param key as it prints it: {@code name+id+base64}
     * @param url before {@code /add-checkpoint}
     */
    record Address(String key, String url) {}

    /** How many witnesses have to sign. */
    int least() {
        return quorum > 0 ? quorum : (2 * known.size() + 2) / 3;
    }
}
