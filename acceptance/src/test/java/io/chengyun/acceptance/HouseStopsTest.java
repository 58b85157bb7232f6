package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.house.RunningHouse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house is told to stop (SIGTERM) while a console listens: it ends, and its database with it. */
class HouseStopsTest {

    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftBehind() throws IOException {
        var house = RunningHouse.start(folder, "--chengyun.access.sample-accounts=true");
        long database = RunningHouse.databasePid(folder).orElseThrow();
        try (var stream = house.visitor("commander").listen("/api/stream")) {
            assertThat((char) stream.read()).as("the stream is open").isIn('e', 'd', ':', 'i');
            house.close();
        }

        assertThat(RunningHouse.works(house.pid())).as("the house").isFalse();
        assertThat(RunningHouse.works(database))
                .as("the database server that was running")
                .isFalse();
        assertThat(RunningHouse.databasePid(folder))
                .as("a database server that was started on the way out")
                .isEmpty();
    }
}
