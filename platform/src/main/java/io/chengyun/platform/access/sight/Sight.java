package io.chengyun.platform.access.sight;

import io.chengyun.platform.access.Caller;
import java.util.Optional;

/** Who may see a thing (可见范围), said by the module that keeps it to those who keep only its record. */
public interface Sight {

    /**
     * Whether the caller may see the thing with this id.
     *
     * @return nothing where it is none of this module's
     */
    Optional<Boolean> maySee(Caller caller, String subject);
}
