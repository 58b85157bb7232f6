package io.chengyun.platform.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log (存证设置).
 *
 * @param folder where tiles and keys lie; empty for {@code ledger} beside the database's own folder, because a log belongs to its
 *     database; a string, because Spring refuses a Path that begins with {@code ..} in a web server
 * @param origin the log's one name in the world, without scheme; it is in every checkpoint, so never change it
 * @param pace at most one checkpoint in this time of the house's clock
 * @param stale a record that waits longer for its checkpoint says that the log has stopped
 * @param fresh whether a log that lies there is thrown away at the start, with its keys: for demos
 * @param password of the key store; empty for one that is made and kept beside it
 */
@ConfigurationProperties("chengyun.ledger")
record LedgerSettings(
        @DefaultValue("") String folder,
        @DefaultValue("chengyun.local/log") String origin,
        @DefaultValue("1s") Duration pace,
        @DefaultValue("10m") Duration stale,
        @DefaultValue("false") boolean fresh,
        @DefaultValue("") String password) {

    @Override
    public String toString() {
        return "LedgerSettings[" + origin + " in " + folder + "]";
    }
}
