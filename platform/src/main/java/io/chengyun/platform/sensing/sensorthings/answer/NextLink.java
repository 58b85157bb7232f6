package io.chengyun.platform.sensing.sensorthings.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of the page after this one (下一页): every option as the caller gave it, only begun further on. */
final class NextLink {

    private NextLink() {}

    static String query(Map<String, String> options, int top, long skip) {
        var next = new LinkedHashMap<>(options);
        next.put("$top", Integer.toString(top));
        next.put("$skip", Long.toString(skip));
        return next.entrySet().stream()
                .map(option -> option.getKey() + "="
                        + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("%2C", ",")
                                .replace("%2F", "/")
                                .replace("%24", "$"))
                .collect(Collectors.joining("&"));
    }
}
