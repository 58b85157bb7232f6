package io.chengyun.platform.sensing.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the house and its database, which a test can cut and mend. */
final class Wire {

    private final int far;
    private final ServerSocket near;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    /** @param far port of the database */
    Wire(int far) {
        this.far = far;
        try {
            this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** Ends all connections and lets no other through. */
    void cut() {
        whole = false;
        ends.forEach(Wire::close);
        ends.clear();
    }

    void mend() {
        whole = true;
    }

    private void accept() {
        try {
            while (true) {
                var caller = near.accept();
                if (whole) {
                    join(caller);
                } else {
                    caller.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void join(Socket caller) throws IOException {
        var called = new Socket(InetAddress.getLoopbackAddress(), far);
        ends.add(caller);
        ends.add(called);
        daemon(() -> pass(caller, called));
        daemon(() -> pass(called, caller));
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            close(to);
        }
    }

    private static void close(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
