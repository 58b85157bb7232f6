package io.chengyun.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SyntheticAddressesTest {

    @Test
    void theBookOfTheDistrictIsWhatTheSketchMakes() throws IOException {
        var stands = Files.readString(SyntheticAddresses.DISTRICT.resolve("addresses.csv"));

        assertThat(new SyntheticAddresses().make()).isEqualTo(stands);
        assertThat(stands.lines().skip(1)).hasSizeGreaterThan(1_000).allMatch(line -> line.endsWith(",true"));
    }
}
