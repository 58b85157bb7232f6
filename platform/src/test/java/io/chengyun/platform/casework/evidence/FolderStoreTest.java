package io.chengyun.platform.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.objects.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    private static final byte[] BYTES = Snapshots.ascii("what was seen");
    private static final String ID = Digest.of(BYTES);

    @TempDir
    Path folder;

    @Test
    void keptBytesAreReadByWhoeverOpensTheFolderNext() {
        new FolderStore(folder).keep(ID, BYTES);
        assertThat(new FolderStore(folder).read(ID)).isEqualTo(BYTES);
    }

    @Test
    void nothingIsLeftBesideWhatIsKept() throws IOException {
        var store = new FolderStore(folder);
        store.keep(ID, BYTES);
        store.keep(ID, BYTES);
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve(ID.substring(0, 2)).resolve(ID));
        }
    }

    @Test
    void halfAFileIsWrittenAnew() throws IOException {
        var place = folder.resolve(ID.substring(0, 2)).resolve(ID);
        Files.createDirectories(place.getParent());
        Files.write(place, new byte[3]);
        new FolderStore(folder).keep(ID, BYTES);
        assertThat(new FolderStore(folder).read(ID)).isEqualTo(BYTES);
    }

    @Test
    void whatIsGoneIsAFaultOfTheHouse() {
        assertThatThrownBy(() -> new FolderStore(folder).read(ID)).isInstanceOf(Fault.class);
    }
}
