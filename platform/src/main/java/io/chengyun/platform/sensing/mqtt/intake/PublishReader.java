package io.chengyun.platform.sensing.mqtt.intake;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.device.Sender;
import io.chengyun.platform.sensing.sensorthings.ObservationBody;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a message into rows of a batch (上报报文). Whatever comes becomes at least one row, so that every message is
 * counted: one that cannot be understood, or is not the sender's to send, becomes a rejected row.
 */
public final class PublishReader {

    private static final Pattern STANDARD = Pattern.compile("v1\\.[01]/(?:Datastreams\\((\\d{1,18})\\)/)?Observations");
    private static final String COMPACT = "d/";
    private static final Pattern NAME = Pattern.compile("[\\w.:-]{1,64}");
    private static final String UNKNOWN = "unknown";

    private final Streams streams;

    /** The streams of the house, as this door looks for them. */
    public interface Streams {
        Optional<Datastream> findStream(long id);

        Optional<Datastream> findStream(String thing, String property);
    }

    /** A message as it came: its topic, its text, who sent it, and when it came in microseconds since 1970. */
    public record Publish(String topic, String text, Sender sender, long atMicros) {}

    public PublishReader(Streams streams) {
        this.streams = streams;
    }

    /** Adds the message's rows to the batch. */
    public void read(Publish publish, ObservationBatch batch) {
        int first = batch.size();
        if (publish.topic().startsWith(COMPACT)) {
            readCompact(publish, batch);
        } else {
            readStandard(publish, batch);
        }
        if (publish.sender().thing() == null) {
            return;
        }
        for (int row = first; row < batch.size(); row++) {
            var stream = streams.findStream(batch.stream(row));
            if (stream.isPresent() && !publish.sender().mayWrite(stream.get())) {
                batch.reject(row, Reject.NOT_YOURS);
            }
        }
    }

    /** Code of the thing about which a topic speaks; {@code unknown} when that cannot be told by the topic. */
    public String thing(String topic) {
        if (topic.startsWith(COMPACT)) {
            var name = topic.substring(COMPACT.length()).split("/", 2)[0];
            return NAME.matcher(name).matches() ? name : UNKNOWN;
        }
        var matcher = STANDARD.matcher(topic);
        var id = matcher.matches() ? matcher.group(1) : null;
        return id == null
                ? UNKNOWN
                : streams.findStream(Long.parseLong(id))
                        .map(Datastream::thingId)
                        .orElse(UNKNOWN);
    }

    private static void readStandard(Publish publish, ObservationBatch batch) {
        var matcher = STANDARD.matcher(publish.topic());
        if (matcher.matches()) {
            var id = matcher.group(1);
            long stream = id == null ? ObservationBody.NO_STREAM : Long.parseLong(id);
            ObservationBody.read(publish.text(), stream, batch, publish.atMicros());
        } else {
            batch.addRejected(ObservationBody.NO_STREAM, Reject.UNKNOWN_TOPIC, publish.topic());
        }
    }

    private void readCompact(Publish publish, ObservationBatch batch) {
        var rest = publish.topic().substring(COMPACT.length());
        int slash = rest.indexOf('/');
        var thing = slash < 0 ? rest : rest.substring(0, slash);
        var property = slash < 0 ? "" : rest.substring(slash + 1);
        if (!publish.sender().isOwn(thing)) {
            batch.addRejected(ObservationBody.NO_STREAM, Reject.NOT_YOURS, publish.topic());
        } else if (thing.isEmpty() || property.indexOf('/') >= 0 || (slash >= 0 && property.isEmpty())) {
            batch.addRejected(ObservationBody.NO_STREAM, Reject.UNKNOWN_TOPIC, publish.topic());
        } else {
            var rows = new CompactPayload(batch, publish.atMicros(), name -> id(thing, name));
            if (slash < 0) {
                rows.readMany(publish.text());
            } else {
                rows.readOne(property, publish.text());
            }
        }
    }

    private long id(String thing, String property) {
        return streams.findStream(thing, property).map(Datastream::id).orElse(ObservationBody.NO_STREAM);
    }
}
