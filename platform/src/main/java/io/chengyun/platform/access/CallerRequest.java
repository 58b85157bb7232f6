package io.chengyun.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that knows its caller (来访者) the way servlets ask, for modules that stand below this one and so cannot ask
 * for a {@link Caller}.
 */
final class CallerRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    CallerRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public String getRemoteUser() {
        return caller.id();
    }

    /** @param role name of a {@link Role} */
    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().stream().anyMatch(held -> held.name().equals(role));
    }
}
