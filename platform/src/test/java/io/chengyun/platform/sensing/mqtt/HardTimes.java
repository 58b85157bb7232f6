package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A door that bears little, speaks TLS beside, and stands before a database that may be out of reach. */
@TestPropertySource(
        properties = {
            "chengyun.mqtt.tls-port=0",
            "chengyun.mqtt.keystore-password=" + HardTimes.PASSWORD,
            "chengyun.mqtt.limits.inflight=100",
            "chengyun.mqtt.limits.idle=PT2S",
            "chengyun.mqtt.limits.hold=PT3S",
            "chengyun.mqtt.limits.outgoing=10"
        })
abstract class HardTimes extends MqttCalls {

    static final String PASSWORD = "for-tests-only";
    static final Path KEYSTORE = keystore();

    private static final URI DATABASE = URI.create(TestDatabase.create().substring("jdbc:".length()));

    static final Wire WIRE = new Wire(DATABASE.getPort());

    @DynamicPropertySource
    static void reached(DynamicPropertyRegistry registry) {
        registry.add("chengyun.postgres.url", () -> "jdbc:postgresql://127.0.0.1:" + WIRE.port() + DATABASE.getPath());
        registry.add("chengyun.mqtt.keystore", KEYSTORE::toString);
    }

    private static Path keystore() {
        try {
            var file = Files.createTempDirectory("mqtt-tls").resolve("door.p12");
            var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            var words = "-genkeypair -alias door -keyalg EC -validity 2 -dname CN=localhost -storetype PKCS12"
                    + " -ext SAN=dns:localhost,ip:127.0.0.1 -storepass " + PASSWORD + " -keystore " + file;
            var made = new ProcessBuilder((keytool + " " + words).split(" "));
            if (!made.start().waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("keytool does not end");
            }
            return file;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
