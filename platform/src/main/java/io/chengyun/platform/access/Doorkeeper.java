package io.chengyun.platform.access;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.CrossSiteRules.Asked;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.WebUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Stands at the door (门卫): says who calls, turns strangers away from the house's own interface, and other sites' pages
 * from any change.
 *
 * <p>Paths are read the same way as the controllers' own, so that no spelling of a path opens what another keeps shut.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class Doorkeeper extends OncePerRequestFilter {

    static final String COOKIE = "chengyun_session";

    private static final List<PathPattern> GUARDED = patterns("/api/**", "/actuator/**");
    private static final List<PathPattern> OPEN = patterns("/actuator/health/**", "/api/citizen/**");
    private static final List<PathPattern> SIGN_IN = patterns("/api/session");
    /** Open to devices; but people who come here are known. */
    private static final List<PathPattern> DEVICES = patterns("/v1.0/**", "/v1.1/**");

    private static final List<PathPattern> OWN = patterns("/api/**");

    private final Sessions sessions;
    private final HandlerExceptionResolver problems;

    Doorkeeper(Sessions sessions, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Photos and reports come from people: no browser may take them for a page of ours.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        HttpServletRequest known;
        try {
            known = known(request);
        } catch (CityException | DataAccessException refusedOrBroken) {
            problems.resolveException(request, response, null, refusedOrBroken);
            return;
        }
        chain.doFilter(known, response);
    }

    /** The request, knowing its caller if there is one. */
    private HttpServletRequest known(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        var asked = asked(request);
        CrossSiteRules.refusal(asked).ifPresent(Doorkeeper::refuse);
        if (matches(OWN, path)) {
            CrossSiteRules.refusalOfContent(asked).ifPresent(Doorkeeper::refuse);
        }
        boolean guarded = matches(GUARDED, path);
        if (!guarded && !matches(DEVICES, path)) {
            return request;
        }
        var session = token(request).flatMap(sessions::recognise);
        session.ifPresent(standing -> CallerArgument.leave(request, standing));
        boolean open = !guarded || matches(OPEN, path) || (matches(SIGN_IN, path) && mayBeAnybody(request));
        if (session.isEmpty() && !open) {
            refuse(AccessRefusal.NOT_SIGNED_IN);
        }
        return session.<HttpServletRequest>map(standing -> new CallerRequest(request, standing.caller()))
                .orElse(request);
    }

    private static boolean mayBeAnybody(HttpServletRequest request) {
        return List.of("GET", "POST").contains(request.getMethod());
    }

    private static Optional<Token> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(cookie -> new Token(cookie.getValue()));
    }

    private static Asked asked(HttpServletRequest request) {
        return new Asked(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader(HttpHeaders.HOST),
                request.getContentType());
    }

    private static void refuse(AccessRefusal refusal) {
        throw new Refused(refusal);
    }

    private static boolean matches(List<PathPattern> patterns, PathContainer path) {
        for (var pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private static List<PathPattern> patterns(String... patterns) {
        return List.of(patterns).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
