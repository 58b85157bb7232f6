package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TlsTest extends HardTimes {

    /** A client that believes the door's own certificate, or only what the JDK believes. */
    private Mqtt5BlockingClient over(@Nullable TrustManagerFactory believed) {
        return Mqtt5Client.builder()
                .identifier("tls-" + NUMBERS.incrementAndGet())
                .serverHost("127.0.0.1")
                .serverPort(server.port(1))
                .sslConfig()
                .trustManagerFactory(believed)
                .applySslConfig()
                .buildBlocking();
    }

    private static TrustManagerFactory theDoors() throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(KEYSTORE)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        var believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("door", keys.getCertificate("door"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        return trust;
    }

    @Test
    void anObservationThatCameOverTlsIsStored() throws GeneralSecurityException, IOException {
        var gauge = gauge();
        var at = earlier(10);
        var client = over(theDoors());
        client.connect();

        assertThat(answer(client, topic(gauge.rain()), body(at, 1.5))).isEqualTo("0");
        assertThat(stored(gauge.rain())).isEqualTo(Map.of(at, 1.5));
        client.disconnect();
    }

    @Test
    void neitherAClientThatDoesNotBelieveTheCertificateNorPlainMqttComesInOnTheTlsPort() throws IOException {
        assertThatThrownBy(over(null)::connect).hasRootCauseInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> RawClient.of(server.port(1), "plain")).isInstanceOf(IOException.class);
    }

    @Test
    void aKeystoreThatCannotBeReadIsNamedWithTheRemedy() {
        for (var wrong : new String[][] {{KEYSTORE.toString(), "guess"}, {"nowhere.p12", PASSWORD}, {"", ""}}) {
            var settings = new MqttSettings(true, "127.0.0.1", -1, 0, wrong[0], wrong[1]);
            assertThatThrownBy(() -> Tls.context(settings))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("chengyun.mqtt.keystore");
        }
    }
}
