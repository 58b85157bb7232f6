package io.chengyun.platform.sensing.device;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Administrators give devices their credentials and take them away (设备发证). */
@RestController
@RequestMapping("/api/devices/{thing}/credentials")
class CredentialController {

    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final DeviceKeys keys;

    CredentialController(DeviceKeys keys) {
        this.keys = keys;
    }

    /** The device's credentials without their secrets, newest first. */
    @GetMapping
    List<Credential> list(@PathVariable String thing, HttpServletRequest request) {
        administrator(request);
        return keys.list(thing);
    }

    /** A new credential; its token is shown this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DeviceKeys.Issued issue(@PathVariable String thing, HttpServletRequest request) {
        return keys.issue(thing, administrator(request));
    }

    /** Revokes it at once. */
    @DeleteMapping("/{id}")
    Credential revoke(@PathVariable String thing, @PathVariable String id, HttpServletRequest request) {
        return keys.revoke(thing, id, administrator(request));
    }

    private static String administrator(HttpServletRequest request) {
        if (!request.isUserInRole(ADMINISTRATOR)) {
            throw new Refused(SensingRefusal.NOT_YOUR_OFFICE);
        }
        return Optional.ofNullable(request.getRemoteUser()).orElseThrow();
    }
}
