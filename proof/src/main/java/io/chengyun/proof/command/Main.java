package io.chengyun.proof.command;

import io.chengyun.proof.Algorithm;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.KeyBook;
import io.chengyun.proof.NoteKey;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Policy;
import io.chengyun.proof.ProofFile;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.Verifier;
import io.chengyun.proof.audit.Fsck;
import io.chengyun.proof.audit.Mirror;
import io.chengyun.proof.evm.AnchorReceipt;
import io.chengyun.proof.observation.BatchRows;
import io.chengyun.proof.tile.FolderTiles;
import io.chengyun.proof.tile.HttpTiles;
import io.chengyun.proof.tile.TileSource;
import io.chengyun.proof.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code java -jar proof.jar COMMAND} (验证命令): what an auditor, a mirror and a witness do. */
public final class Main {

    private static final int WRONG = 1;
    private static final int MISUSED = 64;
    private static final String HELP = """
            java -jar proof.jar COMMAND

              verify FILE --policy POLICY [--organisations KEYS] [--rows ROWS] [--language zh|en]
                                                   one record's proof; ends with 0 valid 有效, 1 altered 已被篡改, 2 unknown 无法判定;
                                                   with their keys, also the signature of the organisation that acted;
                                                   with rows, also that they are the observations of the batch
              fsck URL|FOLDER --policy POLICY                  a whole log, recomputed from its entries
              mirror URL|FOLDER FOLDER --policy POLICY         a checked copy; again, for what is new
              witness --log KEY --key FILE --state FILE --port PORT [--address 127.0.0.1]
                                                               signs checkpoints that extend each other (POST /add-checkpoint)
              anchor RECEIPT --block 0xHASH [--checkpoint FILE] [--language zh|en]
                                                               a checkpoint in a chain's block whose hash you know; ends as verify does
              key NAME FILE                                    a new witness key; prints its public half

            A policy names whom you believe (C2SP tlog-policy):
              log KEY
              witness NAME KEY
              group NAME all|any|N NAME...
              quorum NAME|none
            """;

    private final PrintStream out;

    Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = new Main(out).run(List.of(args));
        if (code >= 0) {
            System.exit(code);
        }
    }

    /** What the program ends with; below 0 while it goes on. */
    int run(List<String> args) {
        try {
            return run(args.isEmpty() ? "help" : args.get(0), args.subList(Math.min(1, args.size()), args.size()));
        } catch (Words.Misused no) {
            out.println(no.getMessage() + "\n\n" + HELP);
            return MISUSED;
        } catch (Unreadable | UncheckedIOException no) {
            out.println(no.getMessage());
            return WRONG;
        } catch (IOException no) {
            out.println(no);
            return WRONG;
        }
    }

    private int run(String command, List<String> rest) throws IOException {
        switch (command) {
            case "verify":
                return verify(Words.read(rest, Set.of("policy", "organisations", "rows", "language")));
            case "anchor":
                return anchor(Words.read(rest, Set.of("block", "checkpoint", "language")));
            case "fsck":
                return fsck(Words.read(rest, Set.of("policy")));
            case "mirror":
                return mirror(Words.read(rest, Set.of("policy")));
            case "witness":
                return witness(Words.read(rest, Set.of("log", "key", "state", "port", "address")));
            case "key":
                return key(Words.read(rest, Set.of()));
            case "help":
                out.println(HELP);
                return 0;
            default:
                throw new Words.Misused("no such command: " + command);
        }
    }

    private int verify(Words words) {
        var book = words.find("organisations");
        var organisations = book.isPresent() ? KeyBook.parse(read(book.get())) : null;
        var verdict = new Verifier(policy(words), organisations).verify(read(words.need(0, "FILE")));
        boolean chinese = isChinese(words);
        int code = say(chinese, verdict.outcome(), verdict.sentence(chinese));
        return code == 0 && words.find("rows").isPresent() ? rows(words, chinese) : code;
    }

    private int anchor(Words words) {
        var receipt = read(words.need(0, "RECEIPT"));
        var block = words.need("block");
        var verdict = words.find("checkpoint")
                .map(file -> AnchorWords.check(receipt, block, read(file)))
                .orElseGet(() -> AnchorReceipt.check(receipt, block));
        boolean chinese = isChinese(words);
        return say(chinese, verdict.outcome(), verdict.sentence(chinese));
    }

    private static boolean isChinese(Words words) {
        return switch (words.find("language").orElse("zh")) {
            case "zh" -> true;
            case "en" -> false;
            default -> throw new Words.Misused("--language is zh or en");
        };
    }

    private int say(boolean chinese, Verdict.Outcome outcome, String sentence) {
        out.println((chinese ? outcome.chinese() + "：" : outcome + ": ") + sentence);
        return outcome.exitCode();
    }

    /** What of a valid record's rows. */
    private int rows(Words words, boolean chinese) {
        var record = ProofFile.read(read(words.need(0, "FILE"))).record();
        var rows = BatchRows.parse(read(words.need("rows")));
        boolean right = record.filter(rows::areOf).isPresent();
        var count = rows.rows().size();
        if (chinese) {
            out.println(right ? "有效：所附 " + count + " 行观测正是该批次的全部。" : "已被篡改：所附 " + count + " 行观测不是该批次的。");
        } else {
            out.println(
                    right
                            ? "VALID: the " + count + " rows are the observations of this batch, all of them."
                            : "ALTERED: the " + count + " rows are not the observations of this batch.");
        }
        return right ? 0 : WRONG;
    }

    private int fsck(Words words) {
        return say("right: ", new Fsck(log(words.need(0, "URL or FOLDER")), policy(words)).check());
    }

    private int mirror(Words words) {
        var copy = new FolderTiles(Path.of(words.need(1, "FOLDER")));
        return say("copied: ", new Mirror(log(words.need(0, "URL or FOLDER")), copy, policy(words)).update());
    }

    private int say(String what, Checkpoint checkpoint) {
        out.println(what + checkpoint.origin() + ", " + checkpoint.size() + " entries, root "
                + checkpoint.root().toBase64());
        return 0;
    }

    private int witness(Words words) throws IOException {
        int port = port(words.need("port"));
        var state = Path.of(words.need("state"));
        var logs =
                Arrays.stream(words.need("log").split(",")).map(NoteKey::parse).toList();
        var signer = NoteSigner.parse(read(words.need("key")));
        if (signer.key().algorithm() != Algorithm.COSIGNATURE) {
            throw new Unreadable("key: is not a witness's; 'key NAME FILE' makes one");
        }
        var address = new InetSocketAddress(words.find("address").orElse("127.0.0.1"), port);
        var server = new WitnessServer(address, logs, signer, state, Clock.systemUTC());
        out.println("witness " + signer.key() + " at port " + server.port());
        return -1;
    }

    private static int port(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException no) {
            throw new Words.Misused("--port is a number, not " + digits);
        }
    }

    private int key(Words words) throws IOException {
        var signer = NoteSigner.generate(words.need(0, "NAME"), Algorithm.COSIGNATURE, new SecureRandom());
        var file = Path.of(words.need(1, "FILE"));
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOurs)) {
            channel.write(StandardCharsets.UTF_8.encode(signer.format() + "\n"));
        }
        out.println(signer.key());
        return 0;
    }

    private static Policy policy(Words words) {
        return Policy.parse(read(words.need("policy")));
    }

    private static TileSource log(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new HttpTiles(URI.create(place))
                : new FolderTiles(Path.of(place));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException no) {
            throw new Unreadable(file + ": there is no such file", no);
        } catch (IOException no) {
            throw new Unreadable(file + ": cannot be read as text", no);
        }
    }
}
