package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.CityException;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for what devices post most (快速通道): {@code POST Datastreams(id)/Observations}. It does what the controller would
 * do, right behind the doorkeeper, because the way through the web framework costs more than the observation itself.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class QuickDoor extends OncePerRequestFilter {

    private static final String STREAMS = "/Datastreams(";
    private static final String OBSERVATIONS = ")/Observations";
    private static final int VERSION = "/v1.1".length();

    private final SensorThingsController entities;
    private final DeviceKey key;
    private final HandlerExceptionResolver problems;
    private final JsonMapper json;

    QuickDoor(
            SensorThingsController entities,
            DeviceKey key,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            JsonMapper json) {
        this.entities = entities;
        this.key = key;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var uri = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || !uri.startsWith(STREAMS, VERSION)
                || !(uri.startsWith("/v1.1") || uri.startsWith("/v1.0"))
                || !uri.endsWith(OBSERVATIONS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            key.preHandle(request, response, this);
            var uri = request.getRequestURI();
            var address =
                    request.getRequestURL().substring(0, request.getRequestURL().length() - uri.length());
            var path = EntityPath.parse(uri.substring(VERSION + 1));
            var shown = entities.create(path, entities.bytes(request), address + uri.substring(0, VERSION));
            var bytes = json.writeValueAsBytes(shown);
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setHeader(HttpHeaders.LOCATION, String.valueOf(shown.get("@iot.selfLink")));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        } catch (CityException | DataAccessException | TransactionException refusedOrBroken) {
            problems.resolveException(request, response, null, refusedOrBroken);
        }
    }
}
