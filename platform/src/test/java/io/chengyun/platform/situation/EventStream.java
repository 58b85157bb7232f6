package io.chengyun.platform.situation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser's end of the stream: reads what really comes over the wire. */
final class EventStream implements AutoCloseable {

    /** One event as it came. */
    record Event(String id, String name, String data) {}

    private final InputStream wire;
    private final BufferedReader lines;
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private EventStream(InputStream wire) {
        this.wire = wire;
        this.lines = new BufferedReader(new InputStreamReader(wire, StandardCharsets.UTF_8));
        new Thread(this::read, "event stream").start();
    }

    static EventStream open(URI uri, String cookie, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header("Cookie", cookie).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return new EventStream(answer.body());
    }

    private void read() {
        String id = "";
        String name = "";
        var data = new StringBuilder();
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty()) {
                    heard.add(new Event(id, name, data.toString()));
                    data.setLength(0);
                }
            }
        } catch (IOException closed) {
            // the end, as far as a reader is concerned
        }
        ended = true;
    }

    List<Event> heard(String name) {
        return heard.stream().filter(event -> event.name().equals(name)).toList();
    }

    List<Event> heard() {
        return List.copyOf(heard);
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        try {
            wire.close(); // not the reader, which is locked while it waits for a line
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
