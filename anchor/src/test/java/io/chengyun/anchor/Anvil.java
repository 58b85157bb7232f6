package io.chengyun.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A real EVM node of our own, from npm; without one its tests are skipped and say so. */
final class Anvil implements AutoCloseable {

    static final long CHAIN = 31_337;
    /** The first account of every Anvil, known to all the world. */
    static final String KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    static final String ACCOUNT = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    private static final Path FOLDER = Path.of("chain").toAbsolutePath();

    private final Process process;
    private final String url;
    private final Node node;

    private Anvil(Process process, String url) {
        this.process = process;
        this.url = url;
        this.node = new Node(url, Duration.ofSeconds(5));
    }

    static Anvil start() {
        var program = program();
        assumeTrue(program.isPresent(), "no Anvil: 'npm ci' in anchor/chain did not bring one for this machine");
        try {
            int port = freePort();
            var process = new ProcessBuilder(program.get().toString(), "--port", String.valueOf(port), "--silent")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var anvil = new Anvil(process, "http://127.0.0.1:" + port);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(Fault.class)
                    .until(() -> anvil.node.number("eth_chainId").longValueExact() == CHAIN);
            return anvil;
        } catch (IOException no) {
            throw new IllegalStateException(no);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> program() {
        return find().or(() -> {
            install();
            return find();
        });
    }

    private static Optional<Path> find() {
        var packages = FOLDER.resolve("node_modules/@foundry-rs");
        if (!Files.isDirectory(packages)) {
            return Optional.empty();
        }
        try (var found = Files.walk(packages, 3)) {
            return found.filter(file -> file.endsWith("bin/anvil")).findFirst();
        } catch (IOException no) {
            return Optional.empty();
        }
    }

    private static void install() {
        try {
            var npm = new ProcessBuilder("npm", "ci", "--silent", "--ignore-scripts")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!npm.waitFor(2, TimeUnit.MINUTES)) {
                npm.destroy();
            }
        } catch (IOException noNpm) {
            return;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    String url() {
        return url;
    }

    JsonNode ask(String method, Object... parameters) {
        return node.ask(method, parameters);
    }

    void mine(int blocks) {
        ask("anvil_mine", "0x" + Integer.toHexString(blocks));
    }

    /** Whether it makes a block of every transaction at once. */
    void automine(boolean now) {
        ask("evm_setAutomine", now);
    }

    long sentBy(String account) {
        return Node.number(ask("eth_getTransactionCount", account, "latest")).longValueExact();
    }

    /** A transaction of anybody's, by one of the accounts that the node itself keeps. */
    void somethingElse(String account) {
        assertThat(ask("eth_sendTransaction", Map.of("from", account, "to", account, "value", "0x1", "gas", "0x5208"))
                        .asString())
                .startsWith("0x");
    }

    List<String> accounts() {
        return ask("eth_accounts").valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
