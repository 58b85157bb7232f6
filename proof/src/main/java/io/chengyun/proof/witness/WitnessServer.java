package io.chengyun.proof.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteKey;
import io.chengyun.proof.NoteSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A standing witness (见证服务): {@code POST /add-checkpoint} over HTTP, with a key and a file of its own. */
public final class WitnessServer implements AutoCloseable {

    private static final int THREADS = 4;
    /** A checkpoint and 63 lines of proof before it. */
    private static final int LONGEST = Note.LONGEST + 8_192;

    private static final int DRAINED = 1 << 26;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final WitnessState state;

    /**
     * Listens at once.
     *
     * @param logs whose checkpoints it signs
     * @param file of its state
     * @param clock of its signatures
     */
    public WitnessServer(InetSocketAddress address, List<NoteKey> logs, NoteSigner signer, Path file, Clock clock)
            throws IOException {
        this.state = WitnessState.open(file);
        var witness = new Witness(logs, signer, state, clock);
        this.server = HttpServer.create(address, 0);
        server.createContext("/add-checkpoint", exchange -> answer(exchange, witness));
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Witness witness) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                send(exchange, Answer.no(405, "POST a checkpoint here"));
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                // whoever sends goes on sending; only then does he listen
                exchange.getRequestBody().transferTo(new Drain());
                send(exchange, Answer.no(413, "at most " + LONGEST + " bytes"));
                return;
            }
            send(exchange, add(witness, body));
        }
    }

    /** Takes so much and no more. */
    private static final class Drain extends OutputStream {

        private int left = DRAINED;

        @Override
        public void write(int one) throws IOException {
            if (--left < 0) {
                throw new IOException("more than " + DRAINED + " bytes");
            }
        }
    }

    private static Answer add(Witness witness, byte[] body) {
        try {
            return witness.add(body);
        } catch (UncheckedIOException notKept) {
            return Answer.no(500, "the state cannot be kept, so nothing is signed: " + notKept.getMessage());
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdown();
        state.close();
    }
}
