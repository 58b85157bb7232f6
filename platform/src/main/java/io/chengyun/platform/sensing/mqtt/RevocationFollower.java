package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.sensing.device.DeviceEvent;

/** Hears that a credential was revoked and sends its device away (吊销跟进); it may come back with another one. */
class RevocationFollower implements Follower<DeviceEvent.CredentialRevoked> {

    private final MqttServer server;

    RevocationFollower(MqttServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "sensing.mqtt-revocations";
    }

    @Override
    public Class<DeviceEvent.CredentialRevoked> hears() {
        return DeviceEvent.CredentialRevoked.class;
    }

    @Override
    public void on(long number, DeviceEvent.CredentialRevoked event) {
        server.revoked(event.now().thing());
    }
}
