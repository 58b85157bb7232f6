package io.chengyun.proof.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.proof.Story;
import io.chengyun.proof.evm.AnchorReceipt;
import io.chengyun.proof.tile.FolderTiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    private final Story story = new Story().grow(300);
    private String said = "";

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("policy"), "log " + story.log.key() + "\nquorum none\n");
        Files.writeString(folder.resolve("other"), "log " + new Story().log.key() + "\nquorum none\n");
        Files.writeString(folder.resolve("good"), story.proof(7, 0).format());
        Files.writeString(folder.resolve("bad"), story.proof(7, 0).format().replaceFirst("index 6", "index 7"));
        var log = new FolderTiles(folder.resolve("log"));
        story.tiles.files.forEach(log::write);
    }

    private int run(String command) {
        var bytes = new ByteArrayOutputStream();
        var words = command.replace("@", folder + "/").split(" ");
        int code = new Main(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(List.of(words));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void aProofIsVerifiedInOneSentence() {
        assertThat(run("verify @good --policy @policy")).isZero();
        assertThat(said).startsWith("有效：第 7 号记录").hasLineCount(1);
        assertThat(run("verify @good --policy @policy --language en")).isZero();
        assertThat(said).startsWith("VALID: Record 7");
        assertThat(run("verify @bad --policy @policy")).isEqualTo(1);
        assertThat(said).startsWith("已被篡改：");
        assertThat(run("verify @good --policy @other")).isEqualTo(2);
        assertThat(said).startsWith("无法判定：");
    }

    @Test
    void aReceiptIsCheckedAgainstABlockAndACheckpoint() throws Exception {
        try (var receipt =
                Objects.requireNonNull(MainTest.class.getResourceAsStream("/io/chengyun/proof/evm/receipt.txt"))) {
            Files.write(folder.resolve("receipt"), receipt.readAllBytes());
        }
        var text =
                AnchorReceipt.parse(Files.readString(folder.resolve("receipt"))).checkpoint();
        Files.writeString(folder.resolve("note"), text + "\n\u2014 a.example AAAAAAAA\n");
        Files.writeString(
                folder.resolve("altered"),
                Files.readString(folder.resolve("receipt")).replace("\n544\n", "\n545\n"));
        var block = " --block 0x768aff91aea2739f838789c270620c2f9ddc8bbc4261cd4d0ed1bc0ebac9dda7";
        assertThat(run("anchor @receipt" + block)).isZero();
        assertThat(said).startsWith("有效：city.example/log 的 544 条记录").hasLineCount(1);
        assertThat(run("anchor @receipt --language en --checkpoint @note" + block))
                .isZero();
        assertThat(said).startsWith("VALID: The checkpoint of city.example/log over 544 records");
        assertThat(run("anchor @altered" + block)).isEqualTo(1);
        assertThat(said).startsWith("已被篡改：");
        assertThat(run("anchor @receipt --block 0x" + "0".repeat(64))).isEqualTo(2);
        assertThat(run("anchor @receipt --checkpoint @good" + block)).isEqualTo(2);
        assertThat(said).startsWith("无法判定：回执属于另一个检查点：手中是 300 条");
        assertThat(run("anchor @receipt --checkpoint @policy" + block)).isEqualTo(2);
        assertThat(run("anchor @receipt")).isEqualTo(64);
    }

    @Test
    void aLogIsCheckedAndCopied() throws Exception {
        assertThat(run("fsck @log --policy @policy")).isZero();
        assertThat(said).startsWith("right: city.example/log, 300 entries");
        assertThat(run("mirror @log @copy --policy @policy")).isZero();
        assertThat(run("fsck @copy --policy @policy")).isZero();
        Files.delete(folder.resolve("log/tile/0/000"));
        assertThat(run("fsck @log --policy @policy")).isEqualTo(1);
        assertThat(said).contains("tile/0/000: is missing");
    }

    @Test
    void aKeyIsMadeOnceForItsOwnerOnly() throws Exception {
        assertThat(run("key w.example/1 @key")).isZero();
        assertThat(said).startsWith("w.example/1+");
        assertThat(Files.getPosixFilePermissions(folder.resolve("key"))).hasSize(2);
        assertThat(run("key w.example/1 @key")).isEqualTo(1);
    }

    @Test
    void whatNobodyUnderstandsIsAnsweredWithHelp() {
        for (var misused : List.of(
                "verify",
                "verify @good",
                "verify @good --policy",
                "verify @good --policy @policy --policy @policy",
                "verify @good --policy @policy --language fr",
                "verify @good --polcy @policy",
                "witness --log x --key y --state z",
                "prove")) {
            assertThat(run(misused)).as(misused).isEqualTo(64);
            assertThat(said).contains("java -jar proof.jar COMMAND");
        }
        assertThat(run("help")).isZero();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("verify @none --policy @policy")).isEqualTo(1);
        assertThat(said).contains("none: there is no such file");
        assertThat(run("fsck @none --policy @policy")).isEqualTo(1);
        assertThat(said).contains("checkpoint: is missing");
    }
}
