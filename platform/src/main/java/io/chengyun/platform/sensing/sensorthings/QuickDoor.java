package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.CityException;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for what devices post most (快速通道): {@code POST Datastreams(id)/Observations}. It does what the controller would
 * do, right behind the doorkeeper, because the way through the web framework costs more than the observation itself.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class QuickDoor extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String STREAMS = "/Datastreams(";
    private static final String OBSERVATIONS = ")/Observations";
    private static final int VERSION = "/v1.1".length();
    private static final int BEGIN = VERSION + STREAMS.length();
    private static final int MOST_DIGITS = 18;

    private final transient SensorThingsController entities;
    private final transient QuickEntry quick;
    private final transient DeviceKey key;
    private final transient HandlerExceptionResolver problems;
    private final transient JsonMapper json;

    QuickDoor(
            SensorThingsController entities,
            QuickEntry quick,
            DeviceKey key,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            JsonMapper json) {
        this.entities = entities;
        this.quick = quick;
        this.key = key;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var uri = request.getRequestURI();
        var stream = request.getMethod().equals("POST") ? stream(uri) : null;
        if (stream == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            key.preHandle(request, response, this);
            var whole = request.getRequestURL();
            var root = whole.substring(0, whole.length() - uri.length() + VERSION);
            var body = entities.bytes(request);
            var taken = quick.take(stream, body);
            if (taken != null) {
                answer(response, taken.link(root), json.writeValueAsBytes(taken.json(root)));
            } else {
                var shown = entities.create(EntityPath.parse(uri.substring(VERSION + 1)), body, root);
                answer(response, String.valueOf(shown.get("@iot.selfLink")), json.writeValueAsBytes(shown));
            }
        } catch (CityException | DataAccessException | TransactionException refusedOrBroken) {
            problems.resolveException(request, response, null, refusedOrBroken);
        }
    }

    /** The stream whose observations the path leads to; null when it leads elsewhere, or is written in another way. */
    static @Nullable Long stream(String uri) {
        int end = uri.length() - OBSERVATIONS.length();
        boolean fits = end > BEGIN
                && end <= BEGIN + MOST_DIGITS
                && (uri.startsWith("/v1.1") || uri.startsWith("/v1.0"))
                && uri.startsWith(STREAMS, VERSION)
                && uri.endsWith(OBSERVATIONS);
        if (!fits) {
            return null;
        }
        long number = 0;
        for (int i = BEGIN; i < end; i++) {
            int digit = uri.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void answer(HttpServletResponse response, String link, byte[] shown) throws IOException {
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader(HttpHeaders.LOCATION, link);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(shown.length);
        response.getOutputStream().write(shown);
    }
}
