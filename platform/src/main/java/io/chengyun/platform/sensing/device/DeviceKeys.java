package io.chengyun.platform.sensing.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Tells senders apart by what they show (设备认证). Asks the database: not for a thread that must not wait. */
@Service
public class DeviceKeys {

    /** Name under which the house-wide key is given. */
    static final String HOUSE_NAME = "device";

    private final String houseKey;

    DeviceKeys(@Value("${chengyun.sensing.device-key:}") String houseKey) {
        this.houseKey = houseKey;
    }

    /** The sender behind a name and a secret; empty when nobody is let in with these. */
    public Optional<Sender> find(@Nullable String name, @Nullable String secret) {
        if (name == null && secret == null) {
            return houseKey.isEmpty() ? Optional.of(Sender.ANONYMOUS) : Optional.empty();
        }
        if (name == null || secret == null) {
            return Optional.empty();
        }
        boolean house = !houseKey.isEmpty() && name.equals(HOUSE_NAME) && same(houseKey, secret);
        return house ? Optional.of(Sender.HOUSE) : Optional.empty();
    }

    /** Takes as long for a wrong key as for the right one. */
    private static boolean same(String wanted, String sent) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
