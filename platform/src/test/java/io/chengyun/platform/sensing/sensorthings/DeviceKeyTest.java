package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class DeviceKeyTest {

    private static boolean letsIn(String key, String... sent) {
        var settings = new SensorThingsSettings(key, DataSize.ofMegabytes(1), 10, 10, 10, 10);
        var request = new MockHttpServletRequest();
        for (var header : sent) {
            request.addHeader("Authorization", header);
        }
        return new DeviceKey(settings).preHandle(request, new MockHttpServletResponse(), "");
    }

    @Test
    void withoutAKeyTheDoorIsOpen() {
        assertThat(letsIn("")).isTrue();
    }

    @Test
    void withAKeyOnlyThoseWhoKnowItComeIn() {
        assertThat(letsIn("s3cret", "Bearer s3cret")).isTrue();
        for (var wrong : new String[] {"Bearer s3cre", "Bearer s3crets", "s3cret", "Bearer ", ""}) {
            assertThatThrownBy(() -> letsIn("s3cret", wrong))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(SensingRefusal.DEVICE_UNKNOWN));
        }
        assertThatThrownBy(() -> letsIn("s3cret")).isInstanceOf(Refused.class);
    }
}
