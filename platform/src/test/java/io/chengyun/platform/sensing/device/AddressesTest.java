package io.chengyun.platform.sensing.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

    private final Addresses addresses = new Addresses(2);

    @Test
    void theFirstAreToldApartForGoodAndWhoComesLaterIsOneOfTheOthers() {
        assertThat(addresses.name("203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(addresses.name("203.0.113.2")).isEqualTo("203.0.113.2");
        assertThat(addresses.name("203.0.113.3")).isEqualTo("others");
        assertThat(addresses.name("203.0.113.1")).isEqualTo("203.0.113.1");
    }
}
