package io.chengyun.platform.sensing.sensorthings;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Under which address the caller reached the service, and what it asked for there (服务地址).
 *
 * @param root such as {@code http://127.0.0.1:8080/v1.1}
 * @param path what follows, decoded, without slashes at its ends
 */
record ServiceAddress(String root, String path) {

    static ServiceAddress of(HttpServletRequest request) {
        var uri = request.getRequestURI().substring(request.getContextPath().length());
        int end = uri.indexOf('/', 1);
        var version = end < 0 ? uri : uri.substring(0, end);
        var path = end < 0 ? "" : UriUtils.decode(uri.substring(end + 1), StandardCharsets.UTF_8);
        var root = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + version;
        return new ServiceAddress(root, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
