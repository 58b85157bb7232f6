package io.chengyun.platform.sensing.mqtt;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the MQTT door stands (MQTT 设置).
 *
 * @param enabled whether there is a door; a replay has none
 * @param bind address on which it listens; the default is heard by this machine only
 * @param port port for plain MQTT; 0 takes any free one, -1 none
 * @param tlsPort port for MQTT over TLS; 0 takes any free one, -1 none
 * @param keystore PKCS#12 file with the key and the certificate of the TLS port
 * @param keystorePassword password of that file
 */
@ConfigurationProperties("chengyun.mqtt")
record MqttSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("1883") int port,
        @DefaultValue("-1") int tlsPort,
        @DefaultValue("") String keystore,
        @DefaultValue("") String keystorePassword) {}
