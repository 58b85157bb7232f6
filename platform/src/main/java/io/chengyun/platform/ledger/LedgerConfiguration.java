package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.TileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Where the log and its keys lie in this house. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    private static final String LOG_KEY = "log";

    @Bean
    TileStore ledgerTiles(LedgerSettings settings) {
        var folder = Path.of(settings.folder());
        if (settings.fresh()) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException cannot) {
                throw new Fault("ledger:old-log-in-the-way", cannot);
            }
        }
        return new FolderTiles(folder.resolve("log"));
    }

    /** After the tiles, because an old log is thrown away with its keys. */
    @Bean
    NoteSigner logSigner(LedgerSettings settings, TileStore ledgerTiles, Clock clock) {
        return KeyRing.open(Path.of(settings.folder()), settings.password(), clock.instant())
                .signer(LOG_KEY, settings.origin());
    }
}
