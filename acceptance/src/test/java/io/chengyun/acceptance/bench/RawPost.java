package io.chengyun.acceptance.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** One kept-alive connection that posts small bodies: so little of a client that the house's own time is measured. */
final class RawPost implements AutoCloseable {

    private static final String CREATED = "HTTP/1.1 201";
    private static final String LENGTH = "\r\nContent-Length: ";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;
    private final String head;
    private final byte[] answer = new byte[16_384];

    RawPost(URI house, String path) throws IOException {
        socket = new Socket(house.getHost(), house.getPort());
        socket.setTcpNoDelay(true);
        head = "POST " + path + " HTTP/1.1\r\nHost: " + house.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /** Sends a body and waits for its 201, whose head and body are read to the end. */
    void send(String body) throws IOException {
        socket.getOutputStream().write((head + body.length() + END_OF_HEAD + body).getBytes(ISO_8859_1));
        int read = more(0);
        var text = new String(answer, 0, read, ISO_8859_1);
        while (!text.contains(END_OF_HEAD)) {
            read = more(read);
            text = new String(answer, 0, read, ISO_8859_1);
        }
        int length = text.indexOf(LENGTH);
        if (!text.startsWith(CREATED) || length < 0) {
            throw new IOException("not taken: " + text);
        }
        int begin = length + LENGTH.length();
        int end = text.indexOf(END_OF_HEAD)
                + END_OF_HEAD.length()
                + Integer.parseInt(text, begin, text.indexOf('\r', begin), 10);
        while (read < end) {
            read = more(read);
        }
    }

    private int more(int read) throws IOException {
        int came = socket.getInputStream().read(answer, read, answer.length - read);
        if (came <= 0) {
            throw new EOFException("the house closed the line");
        }
        return read + came;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
