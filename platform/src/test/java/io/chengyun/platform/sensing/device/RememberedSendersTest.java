package io.chengyun.platform.sensing.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RememberedSendersTest {

    private final RememberedSenders senders = new RememberedSenders();
    private final ByteBuffer digest = ByteBuffer.wrap(new byte[] {1, 2, 3});

    @Test
    void whoWasFoundIsRememberedUntilSomethingIsRevoked() {
        assertThat(senders.find(digest)).isNull();
        senders.keep(digest, Sender.device("g-1"), senders.generation());
        assertThat(senders.find(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(Sender.device("g-1"));

        senders.forget();
        assertThat(senders.find(digest)).isNull();
    }

    @Test
    void whoWasLookedUpBeforeARevocationIsNotTakenInAfterIt() {
        long since = senders.generation();
        senders.forget();
        senders.keep(digest, Sender.device("g-1"), since);
        assertThat(senders.find(digest)).isNull();
    }
}
