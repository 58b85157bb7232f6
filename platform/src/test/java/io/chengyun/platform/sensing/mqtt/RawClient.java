package io.chengyun.platform.sensing.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client of MQTT 5 that does what no well-made client does: byte by byte, and as rude as a test needs it. */
final class RawClient implements Closeable {

    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int PUBREC = 5;
    static final int PUBREL = 6;
    static final int PUBCOMP = 7;
    static final int PINGREQ = 12;
    static final int DISCONNECT = 14;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LITTLE = 4_096;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final DataInputStream in;

    /** A packet of the house. */
    record Packet(int type, byte[] body) {

        int number() {
            return (body[0] & 0xFF) << 8 | body[1] & 0xFF;
        }

        /** Reason code of an answer to a publish; 0 when it has none. */
        int reason() {
            return body.length > 2 ? body[2] & 0xFF : 0;
        }

        /** Reason code of a goodbye. */
        int farewell() {
            return body.length > 0 ? body[0] & 0xFF : 0;
        }
    }

    /** What a client leaves when it vanishes. */
    record Will(String topic, String text) {}

    private RawClient(int port) throws IOException {
        socket.setReceiveBufferSize(LITTLE);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());
    }

    /** A connection on which nothing was said yet. */
    static RawClient silent(int port) throws IOException {
        return new RawClient(port);
    }

    /** A client that was let in. */
    static RawClient of(int port, String id) throws IOException {
        return of(port, id, true, null);
    }

    static RawClient of(int port, String id, boolean clean, @Nullable Will will) throws IOException {
        var client = new RawClient(port);
        client.send(connect(id, clean, will));
        client.sessionPresent = client.next(CONNACK).body()[0] == 1;
        return client;
    }

    private boolean sessionPresent;

    boolean sessionPresent() {
        return sessionPresent;
    }

    void send(byte[] packet) throws IOException {
        out.write(packet);
        out.flush();
    }

    /** The next packet, which must be of this type. */
    Packet next(int type) throws IOException {
        var packet = next();
        if (packet.type() != type) {
            throw new IOException("a packet of type " + packet.type() + " instead of " + type);
        }
        return packet;
    }

    Packet next() throws IOException {
        int type = in.readUnsignedByte() >> 4;
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7F) << shift;
            shift += 7;
        } while (part > 0x7F);
        var body = new byte[length];
        in.readFully(body);
        return new Packet(type, body);
    }

    /** Ends the line without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] connect(String id, boolean clean, @Nullable Will will) throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.writeByte(5);
        data.writeByte((clean ? 2 : 0) | (will == null ? 0 : 4));
        data.writeShort(60);
        data.writeByte(5);
        data.writeByte(0x11); // session expiry in seconds
        data.writeInt(3_600);
        data.writeUTF(id);
        if (will != null) {
            data.writeByte(0);
            data.writeUTF(will.topic());
            data.writeUTF(will.text());
        }
        return packet(0x10, body.toByteArray());
    }

    static byte[] publish(int qos, int number, String topic, String text) throws IOException {
        return publish(qos, number, topic, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] publish(int qos, int number, String topic, byte[] payload) throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF(topic);
        if (qos > 0) {
            data.writeShort(number);
        }
        data.writeByte(0);
        data.write(payload);
        return packet(0x30 | qos << 1, body.toByteArray());
    }

    static byte[] release(int number) throws IOException {
        return packet(0x62, new byte[] {(byte) (number >> 8), (byte) number});
    }

    static byte[] goodbye(int reason) throws IOException {
        return packet(0xE0, new byte[] {(byte) reason, 0});
    }

    static byte[] ping() throws IOException {
        return packet(0xC0, new byte[0]);
    }

    private static byte[] packet(int first, byte[] body) throws IOException {
        var packet = new ByteArrayOutputStream();
        packet.write(first);
        int rest = body.length;
        do {
            packet.write((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0));
            rest >>= 7;
        } while (rest > 0);
        packet.write(body);
        return packet.toByteArray();
    }
}
