package io.chengyun.proof.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Hash;
import io.chengyun.proof.Note;
import io.chengyun.proof.Story;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.tile.MemoryTiles;
import io.chengyun.proof.tile.TiledTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final long SIZE = 66_000;

    private final Story story = new Story();
    private final MemoryTiles tiles = story.tiles;
    private final MemoryTiles copy = new MemoryTiles();

    private Fsck fsck() {
        return new Fsck(tiles, story.policy());
    }

    private Mirror mirror() {
        return new Mirror(tiles, copy, story.policy());
    }

    private void broken(String why) {
        assertThatThrownBy(() -> fsck().check()).isInstanceOf(Unreadable.class).hasMessageContaining(why);
    }

    @Test
    void aWholeLogIsFoundRight() {
        story.grow(SIZE);
        assertThat(fsck().check()).isEqualTo(story.checkpoint());
    }

    @Test
    void everyKindOfFileIsCompared() {
        story.grow(SIZE);
        for (var path : tiles.files.keySet().stream()
                .filter(path -> path.matches("tile/(entries|0)/(000|100|257\\.p.*)|tile/[12]/.*"))
                .toList()) {
            byte[] good = tiles.find(path).orElseThrow();
            byte[] flipped = good.clone();
            flipped[flipped.length - 1] ^= 1;
            tiles.files.put(path, flipped);
            broken("tile/");
            tiles.files.put(path, Arrays.copyOf(good, good.length - 1));
            broken(path);
            tiles.files.remove(path);
            broken(path);
            tiles.files.put(path, good);
        }
        assertThat(fsck().check().size()).isEqualTo(SIZE);
    }

    @Test
    void swappedTilesAreFound() {
        story.grow(600);
        var first = tiles.files.get("tile/0/000");
        tiles.files.put("tile/0/000", tiles.files.get("tile/0/001"));
        tiles.files.put("tile/0/001", first);
        broken("tile/0/000: other than its entries make it");
    }

    @Test
    void aPartialTileMayBeGoneOnceItsFullOneIsThere() {
        story.grow(300);
        var published = new TreeMap<>(tiles.files);
        story.grow(600);
        tiles.files.put("checkpoint", published.get("checkpoint"));
        tiles.files.remove("tile/0/001.p/44");
        tiles.files.remove("tile/entries/001.p/44");
        assertThat(fsck().check().size()).isEqualTo(300);
    }

    @Test
    void aCheckpointThatNobodySignedIsFound() {
        story.grow(10);
        tiles.files.put(
                "checkpoint",
                new String(tiles.files.get("checkpoint"), StandardCharsets.UTF_8)
                        .replace("city.example/log\n10", "evil.example/log\n10")
                        .getBytes(StandardCharsets.UTF_8));
        broken("calls itself evil.example/log");
        tiles.files.remove("checkpoint");
        broken("checkpoint: is missing");
    }

    @Test
    void aRootThatTheEntriesDoNotMakeIsFound() {
        story.grow(10);
        var text = new Checkpoint("city.example/log", 10, Hash.ofNothing()).text();
        var note = new Note(text, List.of(story.log.sign(text, Story.NOW)));
        tiles.write("checkpoint", note.format().getBytes(StandardCharsets.UTF_8));
        broken("root: the entries make");
    }

    @Test
    void aMirrorTakesWhatIsNewAndIsItselfALog() {
        for (long size : new long[] {0, 1, 200, 256, 257, 1_000, 66_000}) {
            story.grow(size);
            assertThat(mirror().update().size()).isEqualTo(size);
            assertThat(new Fsck(copy, story.policy()).check()).isEqualTo(story.checkpoint());
        }
        assertThat(mirror().update().size()).isEqualTo(66_000);
    }

    @Test
    void aMirrorRefusesALogThatWasCutBack() {
        story.grow(300);
        var older = new TreeMap<>(tiles.files);
        story.grow(500);
        mirror().update();
        tiles.files.clear();
        tiles.files.putAll(older);
        refused("was cut back, from 500 leaves to 300");
    }

    @Test
    void aMirrorRefusesALogThatTellsAnotherPast() {
        story.grow(300);
        mirror().update();
        var forked = TiledTree.open(tiles, 0);
        for (int i = 0; i < 400; i++) {
            forked.append(("another past " + i).getBytes(StandardCharsets.UTF_8));
        }
        forked.write();
        sign(forked);
        refused("from 300 to 400 do not lead from the root");
    }

    @Test
    void aMirrorRefusesTwoTreesOfOneSize() {
        story.grow(3);
        mirror().update();
        var forked = TiledTree.open(tiles, 0);
        for (int i = 0; i < 3; i++) {
            forked.append(new byte[] {(byte) i});
        }
        sign(forked);
        refused("two different trees of 3 leaves");
    }

    @Test
    void aMirrorRefusesAnEntryThatWasLeftOut() {
        story.grow(600);
        tiles.files.remove("tile/entries/001");
        refused("tile/entries/001: is missing");
        assertThat(copy.files).doesNotContainKey("checkpoint");
    }

    @Test
    void aMirrorNoticesThatItsOwnCopyWasChanged() {
        story.grow(300);
        mirror().update();
        byte[] tile = copy.find("tile/0/001.p/44").orElseThrow();
        tile[3] ^= 1;
        copy.write("tile/0/001.p/44", tile);
        refused("copy: its tiles do not make its own checkpoint");
    }

    private void sign(TiledTree tree) {
        var text = new Checkpoint("city.example/log", tree.size(), tree.root()).text();
        var note = new Note(text, List.of(story.log.sign(text, Story.NOW)));
        tiles.write("checkpoint", note.format().getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String why) {
        var before = copy.files.get("checkpoint");
        assertThatThrownBy(() -> mirror().update())
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(why);
        assertThat(copy.files.get("checkpoint")).isEqualTo(before);
    }
}
