package io.chengyun.platform.sensing.device;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a device at the door (设备凭证流水). Secrets are in none of it. */
public sealed interface DeviceEvent extends DomainEvent {

    /** 发证: a device has a credential of its own. */
    record CredentialIssued(Credential now, Instant at) implements DeviceEvent {
        @Override
        public String by() {
            return now.issuedBy();
        }

        @Override
        public String subject() {
            return "thing-" + now.thing();
        }
    }

    /** 吊销: the credential is good no longer. */
    record CredentialRevoked(Credential now, String by, Instant at) implements DeviceEvent {
        @Override
        public String subject() {
            return "thing-" + now.thing();
        }
    }

    /** 拒收: a device reached for what is not its own, or somebody showed what is no credential. */
    record TurnedAway(Attempt now, Instant at) implements DeviceEvent {
        @Override
        public String subject() {
            return "thing-" + now.sender();
        }
    }

    /**
     * 尝试: who was turned away, and why.
     *
     * @param sender the device's code; {@code unknown} when it could not be told
     * @param why {@code not-yours} or {@code wrong-credential}
     */
    record Attempt(String sender, String why) {}
}
