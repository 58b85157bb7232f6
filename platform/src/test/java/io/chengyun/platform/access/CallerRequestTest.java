package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CallerRequestTest {

    private final CallerRequest request = new CallerRequest(
            new MockHttpServletRequest(),
            new Caller("s-1", "王", "Wang", Set.of(Role.DISPATCHER, Role.ADMINISTRATOR), "T310112101", null));

    @Test
    void theRequestIsTheCallers() {
        assertThat(request.getRemoteUser()).isEqualTo("s-1");
    }

    @Test
    void theCallerIsInTheirRolesAndNoOther() {
        assertThat(request.isUserInRole("ADMINISTRATOR")).isTrue();
        assertThat(request.isUserInRole("COMMANDER")).isFalse();
        assertThat(request.isUserInRole("administrator")).isFalse();
    }
}
