package io.chengyun.acceptance.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** One kept-alive connection that posts small bodies: so little of a client that the house's own time is measured. */
final class RawPost implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final int CHUNKED = -1;

    private final Socket socket;
    private final InputStream in;
    private final String head;

    RawPost(URI house, String path) throws IOException {
        socket = new Socket(house.getHost(), house.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        head = "POST " + path + " HTTP/1.1\r\nHost: " + house.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /** Sends a body and waits for its 201. */
    void send(String body) throws IOException {
        socket.getOutputStream().write((head + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1));
        var status = line();
        int length = CHUNKED;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        var answer = length == CHUNKED ? chunks() : new String(in.readNBytes(length), ISO_8859_1);
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IOException(status + " " + answer);
        }
    }

    /** A body that did not say how long it is. */
    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(in.readNBytes(size), ISO_8859_1));
            line();
        }
        line();
        return body.toString();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException();
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
