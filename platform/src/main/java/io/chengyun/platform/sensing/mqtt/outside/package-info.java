/**
 * An MQTT cluster outside the house (外部集群): the house listens to it as one member of a group that shares the messages,
 * and acknowledges each after its commit.
 */
@NullMarked
package io.chengyun.platform.sensing.mqtt.outside;

import org.jspecify.annotations.NullMarked;
