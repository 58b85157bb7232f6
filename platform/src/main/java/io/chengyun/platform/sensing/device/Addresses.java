package io.chengyun.platform.sensing.device;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses that are told apart (来源地址): the first so many; who comes later is one of the others. */
final class Addresses {

    static final String OTHERS = "others";

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Addresses(int most) {
        this.most = most;
    }

    /** The address, or the others' name. */
    String name(String address) {
        boolean own = known.contains(address) || (known.size() < most && known.add(address));
        return own ? address : OTHERS;
    }
}
