package io.chengyun.platform.sensing.mqtt.outside;

import io.chengyun.kernel.Malformed;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The MQTT 5 cluster outside the house to which it listens (外部集群设置).
 *
 * @param url where it is: {@code tcp://host:1883}, or {@code ssl://host:8883} with a certificate that the JDK believes;
 *     empty when there is none
 * @param username name under which the house comes; empty when it needs none
 * @param password its secret
 * @param clientId under which the cluster knows the house; of several houses each has its own
 * @param group the houses of a group share the messages: each goes to one of them
 * @param topics what is listened to; topics and payloads are those of the house's own door
 */
@ConfigurationProperties("chengyun.mqtt.outside")
record OutsideSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("chengyun") String clientId,
        @DefaultValue("chengyun") String group,

        @DefaultValue({"v1.1/Observations", "v1.1/+/Observations", "d/#"})
        List<String> topics) {

    private static final String WANTED = "must be tcp://host:port or ssl://host:port";

    OutsideSettings {
        topics = List.copyOf(topics);
    }

    /** Where the cluster is. */
    Address address() {
        try {
            var uri = URI.create(url);
            boolean secret = "ssl".equals(uri.getScheme());
            if ((secret || "tcp".equals(uri.getScheme())) && uri.getHost() != null && uri.getPort() > 0) {
                return new Address(uri.getHost(), uri.getPort(), secret);
            }
        } catch (IllegalArgumentException noUri) {
            throw new Malformed("chengyun.mqtt.outside.url", WANTED + ": " + noUri.getMessage());
        }
        throw new Malformed("chengyun.mqtt.outside.url", WANTED);
    }

    /** A place on the network, and whether the way there is over TLS. */
    record Address(String host, int port, boolean secret) {}

    /** The filters to subscribe to, shared with the group. */
    List<String> filters() {
        return topics.stream().map(topic -> "$share/" + group + "/" + topic).toList();
    }
}
