package io.chengyun.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.proof.ConsistencyProof;
import io.chengyun.proof.Hash;
import io.chengyun.proof.InclusionProof;
import io.chengyun.proof.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiledTreeTest {

    private static final int SIZES = 300;

    private final List<byte[]> leaves =
            IntStream.range(0, SIZES).mapToObj(i -> ("leaf " + i).getBytes()).toList();
    private final Tree all = grown(SIZES);

    private Tree grown(int size) {
        var tiles = new MemoryTiles();
        var tree = TiledTree.open(tiles, 0);
        leaves.subList(0, size).forEach(tree::append);
        tree.write();
        return new Tree(size, new TileHashes(tiles, size));
    }

    private Tree of(int size) {
        return new Tree(size, all.hashes());
    }

    /** The leaves and roots that certificate transparency's own tests use since 2013. */
    @Test
    void goldenRootsOfRfc6962() {
        var entries = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var tree = TiledTree.open(new MemoryTiles(), 0);
        var roots = new ArrayList<String>();
        for (var entry : entries) {
            tree.append(HexFormat.of().parseHex(entry));
            roots.add(tree.root().toString());
        }
        assertThat(Hash.ofNothing()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(roots)
                .startsWith(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")
                .endsWith("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everySizeHasTheRootOfTheDefinition() {
        for (int size = 0; size <= SIZES; size++) {
            assertThat(of(size).root()).as("size %d", size).isEqualTo(NaiveTree.root(leaves.subList(0, size)));
        }
    }

    @Test
    void aTreeReadBackFromItsOwnTilesIsTheSame() {
        for (int size : new int[] {1, 255, 256, 257, 299}) {
            assertThat(grown(size).root()).as("size %d", size).isEqualTo(of(size).root());
        }
    }

    @Test
    void everyLeafOfEverySizeIsProvenAsDefined() {
        for (int size = 1; size <= SIZES; size++) {
            var root = of(size).root();
            for (int index = 0; index < size; index += 1 + size / 12) {
                var proof = of(size).inclusion(index);
                assertThat(proof.path()).isEqualTo(NaiveTree.path(index, leaves.subList(0, size)));
                assertThat(proof.root(Hash.ofLeaf(leaves.get(index)))).contains(root);
                assertThat(proof.root(Hash.ofLeaf(leaves.get((index + 1) % SIZES))))
                        .isPresent()
                        .get()
                        .isNotEqualTo(root);
            }
        }
    }

    @Test
    void everyOlderSizeIsProvenAsDefined() {
        for (int size = 1; size <= SIZES; size++) {
            var root = of(size).root();
            for (int old = 1; old <= size; old += 1 + size / 12) {
                var proof = of(size).consistency(old);
                assertThat(proof.path()).isEqualTo(NaiveTree.proof(old, leaves.subList(0, size)));
                assertThat(proof.proves(of(old).root(), root))
                        .as("%d to %d", old, size)
                        .isTrue();
                assertThat(proof.proves(root, of(old).root())).isEqualTo(old == size);
            }
        }
    }

    @Test
    void aProofWithAHashTooManyTooFewOrOtherProvesNothing() {
        for (int size : new int[] {2, 7, 8, 100, 256, 300}) {
            var root = of(size).root();
            var path = of(size).inclusion(size / 2).path();
            var leaf = Hash.ofLeaf(leaves.get(size / 2));
            for (var wrong : wrong(path)) {
                assertThat(new InclusionProof(size / 2, size, wrong).root(leaf)).isNotEqualTo(Optional.of(root));
            }
            int old = Math.max(1, size / 3);
            var proof = of(size).consistency(old).path();
            for (var wrong : wrong(proof)) {
                assertThat(new ConsistencyProof(old, size, wrong).proves(of(old).root(), root))
                        .isFalse();
            }
        }
    }

    private static List<List<Hash>> wrong(List<Hash> path) {
        var wrong = new ArrayList<List<Hash>>();
        wrong.add(path.subList(0, path.size() - 1));
        var longer = new ArrayList<>(path);
        longer.add(Hash.ofNothing());
        wrong.add(longer);
        for (int i = 0; i < path.size(); i++) {
            var other = new ArrayList<>(path);
            other.set(i, Hash.ofNothing());
            wrong.add(other);
        }
        return wrong;
    }

    /** A path that ends on the way up proves something of a smaller tree, and nothing of the one that is claimed. */
    @Test
    void aPathThatIsTooShortForTheSizeProvesNothing() {
        var small = of(4);
        assertThat(new InclusionProof(2, 8, small.inclusion(2).path()).root(Hash.ofLeaf(leaves.get(2))))
                .isEmpty();
        var older = of(2).root();
        assertThat(new ConsistencyProof(2, 4, small.consistency(2).path()).proves(older, small.root()))
                .isTrue();
        assertThat(new ConsistencyProof(2, 8, small.consistency(2).path()).proves(older, small.root()))
                .isFalse();
    }

    @Test
    void fromNothingOnlyNothingHasToBeShown() {
        var root = of(5).root();
        assertThat(of(5).consistency(0).path()).isEmpty();
        assertThat(new ConsistencyProof(0, 5, List.of()).proves(Hash.ofNothing(), root))
                .isTrue();
        assertThat(new ConsistencyProof(0, 5, List.of(root)).proves(Hash.ofNothing(), root))
                .isFalse();
        assertThat(new ConsistencyProof(0, 5, List.of()).proves(root, root)).isFalse();
        assertThat(new ConsistencyProof(6, 5, List.of()).proves(root, root)).isFalse();
    }

    @Test
    void whatIsNotInTheTreeIsNotProven() {
        assertThatThrownBy(() -> of(5).inclusion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(5).consistency(6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new InclusionProof(5, 5, List.of()).root(Hash.ofNothing())).isEmpty();
        assertThat(new InclusionProof(-1, 5, List.of()).root(Hash.ofNothing())).isEmpty();
    }

    @Test
    void growingGoesOnWhereItWasInterrupted() {
        var tiles = new MemoryTiles();
        for (int from = 0; from < SIZES; from += 37) {
            var tree = TiledTree.open(tiles, from);
            leaves.subList(from, Math.min(SIZES, from + 37)).forEach(tree::append);
            tree.write();
        }
        assertThat(new Tree(SIZES, new TileHashes(tiles, SIZES)).root()).isEqualTo(all.root());
    }

    @Test
    void partialTilesAreGoneOnceTheFullOneIsThere(@TempDir Path folder) {
        var tree = TiledTree.open(new FolderTiles(folder), 0);
        for (int i = 0; i < 250; i += 10) {
            leaves.subList(i, i + 10).forEach(tree::append);
            tree.write();
        }
        assertThat(folder.resolve("tile/0/000.p")).isDirectoryContaining(file -> file.endsWith("250"));
        leaves.subList(250, 300).forEach(tree::append);
        tree.write();
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
        assertThat(TiledTree.open(new FolderTiles(folder), 250).root()).isEqualTo(of(250).root());
    }

    /** What was safe before is still the beginning; what was not is written again. */
    @Test
    void aFullDiskStopsOneStepAndLosesNothing() {
        var disk = new FullDisk();
        var tree = TiledTree.open(disk, 0);
        leaves.subList(0, 200).forEach(tree::append);
        tree.write();
        for (int room = 0; room < 4; room++) {
            disk.room = room;
            assertThatThrownBy(() -> {
                        var more = TiledTree.open(disk, 200);
                        leaves.subList(200, 300).forEach(more::append);
                        more.write();
                    })
                    .hasMessageContaining("No space left");
            disk.room = Integer.MAX_VALUE;
            assertThat(TiledTree.open(disk, 200).root()).isEqualTo(of(200).root());
        }
        var again = TiledTree.open(disk, 200);
        leaves.subList(200, 300).forEach(again::append);
        again.write();
        assertThat(new Tree(300, new TileHashes(disk, 300)).root()).isEqualTo(of(300).root());
    }

    /** Takes so many files and then no more. */
    private static final class FullDisk implements TileStore {

        private final MemoryTiles tiles = new MemoryTiles();
        private int room = Integer.MAX_VALUE;

        @Override
        public Optional<byte[]> find(String path) {
            return tiles.find(path);
        }

        @Override
        public void write(String path, byte[] content) {
            if (room-- == 0) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            tiles.write(path, content);
        }
    }

    @Test
    void tilesAreNamedAsC2spHasIt() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(Tile.ENTRIES, 5, 256).path()).isEqualTo("tile/entries/005");
    }

    /** The example of tlog-tiles: 70,000 leaves. */
    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
        var tiles = new MemoryTiles();
        var tree = TiledTree.open(tiles, 0);
        for (int i = 0; i < 70_000; i++) {
            tree.append(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        tree.write();
        assertThat(tiles.files.keySet().stream().filter(path -> path.matches("tile/0/\\d{3}")))
                .hasSize(273);
        assertThat(tiles.files).containsKeys("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(new Tree(70_000, new TileHashes(tiles, 70_000))
                        .inclusion(69_999)
                        .root(Hash.ofLeaf(new byte[] {(byte) 69_999, (byte) (69_999 >> 8)})))
                .contains(tree.root());
    }
}
