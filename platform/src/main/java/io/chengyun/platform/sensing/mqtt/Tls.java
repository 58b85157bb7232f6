package io.chengyun.platform.sensing.mqtt;

import io.chengyun.kernel.Malformed;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;

/** The key and certificate of the TLS port (加密传输). */
final class Tls {

    private Tls() {}

    static SslContext context(MqttSettings settings) {
        var password = settings.keystorePassword().toCharArray();
        try (var file = Files.newInputStream(Path.of(settings.keystore()))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return SslContextBuilder.forServer(keys).build();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new Malformed(
                    "chengyun.mqtt.keystore",
                    "name a PKCS#12 file and its password (chengyun.mqtt.keystore-password): " + unusable.getMessage());
        }
    }
}
