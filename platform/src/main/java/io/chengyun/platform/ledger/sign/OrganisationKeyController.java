package io.chengyun.platform.ledger.sign;

import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.ledger.sign.OrganisationKey.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the organisations' keys (机构密钥接口). Everybody may see public halves; an administrator ends them. */
@RestController
@RequestMapping("/api/ledger/keys")
class OrganisationKeyController {

    private final OrganisationKeys keys;

    OrganisationKeyController(OrganisationKeys keys) {
        this.keys = keys;
    }

    record KeyList(List<OrganisationKey> keys) {}

    /** Why (理由). */
    record Why(@Nullable String reason) {}

    @GetMapping
    KeyList list(Caller caller) {
        return new KeyList(keys.list());
    }

    /** Has the organisation sign with a new key from its next act on. */
    @PostMapping("/{organisation}/rotation")
    OrganisationKey rotate(Caller caller, @PathVariable String organisation, @RequestBody Why why) {
        return end(caller, organisation, State.ROTATED, why);
    }

    /** Ends a key that others may have got hold of. */
    @PostMapping("/{organisation}/revocation")
    OrganisationKey revoke(Caller caller, @PathVariable String organisation, @RequestBody Why why) {
        return end(caller, organisation, State.REVOKED, why);
    }

    private OrganisationKey end(Caller caller, String organisation, State how, Why why) {
        if (!caller.hasAny(Role.ADMINISTRATOR)) {
            throw new Refused(SignRefusal.NOT_YOURS);
        }
        return keys.end(organisation, how, caller.id(), Needed.text("reason", why.reason()));
    }
}
