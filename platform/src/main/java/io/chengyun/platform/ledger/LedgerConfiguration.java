package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.ledger.sign.KeyPair;
import io.chengyun.platform.ledger.sign.KeyRing;
import io.chengyun.platform.objects.Bucket;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.TileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Where the log and its keys lie in this house. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    /** Where this house's log lies (账本位置). */
    record LedgerFolder(Path path) {}

    @Bean
    LedgerFolder ledgerFolder(
            LedgerSettings settings, @Value("${chengyun.postgres.data:data/postgres}") String database) {
        return new LedgerFolder(
                settings.folder().isEmpty()
                        ? Path.of(database).toAbsolutePath().resolveSibling("ledger")
                        : Path.of(settings.folder()));
    }

    @Bean
    TileStore ledgerTiles(
            LedgerSettings settings,
            LedgerFolder folder,
            TileBucketSettings s3,
            @Qualifier("wallClock") InstantSource wallClock) {
        if (settings.fresh()) {
            deleteAll(folder.path());
        }
        if (s3.endpoint().isBlank()) {
            return new FolderTiles(folder.path().resolve("log"));
        }
        var tiles = new BucketTiles(new Bucket(s3.place(), wallClock));
        if (settings.fresh()) {
            tiles.forget();
        }
        return tiles;
    }

    private static void deleteAll(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException cannot) {
            throw new Fault("ledger:old-log-in-the-way", cannot);
        }
    }

    /** After the tiles, because an old log is thrown away with its keys. */
    @Bean
    KeyRing keyRing(LedgerSettings settings, LedgerFolder folder, TileStore ledgerTiles, Clock clock) {
        return KeyRing.open(folder.path(), settings.password(), clock.instant());
    }

    @Bean
    KeyPair logKeys(LedgerSettings settings, KeyRing keyRing) {
        return keyRing.pair(KeyRing.LOG, settings.origin());
    }
}
