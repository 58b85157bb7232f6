package io.chengyun.platform.sensing.device;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Tells apart who sends observations over HTTP (HTTP发送者), so that one cannot spoil it for the others: by the device's
 * credential, else by the account that is signed in, else by the address. Addresses are told apart up to a number, because
 * anybody can have many; the rest share one account.
 */
@Component
public class HttpSenders {

    private static final String DOOR = "http:";

    private final Addresses addresses;

    HttpSenders(HttpSenderSettings settings) {
        this.addresses = new Addresses(settings.addresses());
    }

    /** The sender of a request as accounts name it, such as {@code http:device:gauge-01}. */
    public String name(Sender sender, HttpServletRequest request) {
        if (sender.thing() != null) {
            return DOOR + "device:" + sender.thing();
        }
        var account = request.getRemoteUser();
        return DOOR + (account == null ? addresses.name(request.getRemoteAddr()) : "account:" + account);
    }
}
