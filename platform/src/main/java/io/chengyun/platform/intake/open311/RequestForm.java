package io.chengyun.platform.intake.open311;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads what a client sent as a form (请求表单). */
final class RequestForm {

    static final String KEY = "api_key";
    static final String JURISDICTION = "jurisdiction_id";
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([A-Za-z0-9_.-]{1,50})](\\[])?");
    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST_ANSWER = 1_000;
    private static final int LONGEST_ADDRESS = 2_000;

    private final MultiValueMap<String, String> form;

    RequestForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    /** Refuses a sender without one of these keys; takes as long for a wrong key as for a right one. */
    void check(Map<String, String> keys) {
        var shown = text(KEY);
        if (shown == null) {
            throw new Malformed(KEY, "is needed for sending: ask the district's operations centre for one");
        }
        var bytes = shown.getBytes(StandardCharsets.UTF_8);
        boolean known = keys.values().stream()
                .map(key -> MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), bytes))
                .reduce(false, Boolean::logicalOr);
        if (!known) {
            throw new Malformed(KEY, "is not known here: ask the district's operations centre for one");
        }
    }

    NewRequest request(Places places) {
        var service = text("service_code");
        if (service == null) {
            throw new Malformed("service_code", "is needed: see services");
        }
        var description = text("description");
        var asked = new Asked(service, description == null ? "" : description, attributes(), mediaUrl());
        var address = text("address_string");
        return new NewRequest(Channel.OPEN311, null, asked, position(places), address, contact());
    }

    private @Nullable Position position(Places places) {
        var lat = text("lat");
        var lon = text("long");
        var code = text("address_id");
        long kinds = Stream.of(lat != null || lon != null, text("address_string") != null, code != null)
                .filter(given -> given)
                .count();
        if (kinds > 1) {
            throw new Malformed(
                    "lat", "say where it is in one way only: lat and long, or address_string, or address_id");
        }
        if (code != null) {
            if (!code.matches("\\d{6,15}|\\d{9}G\\d{2}")) {
                throw new Malformed("address_id", "must be a code of digits, as answers of this server show it");
            }
            var area = places.getArea(new AreaCode(code), places.today());
            return places.centreOf(area.code(), places.today());
        }
        if (lat == null && lon == null) {
            return null;
        }
        return new Position(number("long", lon), number("lat", lat));
    }

    private static double number(String field, @Nullable String text) {
        if (text == null) {
            throw new Malformed(field, "is needed: lat and long go together");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new Malformed(field, "must be a number of degrees, such as 31.11");
        }
    }

    private Map<String, List<String>> attributes() {
        var attributes = new TreeMap<String, List<String>>();
        form.forEach((name, values) -> {
            var matcher = ATTRIBUTE.matcher(name);
            if (matcher.matches()) {
                attributes.put(matcher.group(1), List.copyOf(values));
            } else if (name.startsWith("attribute")) {
                throw new Malformed(shortened(name), "write attribute[CODE], or attribute[CODE][] for several values");
            }
        });
        boolean tooLong =
                attributes.values().stream().flatMap(List::stream).anyMatch(answer -> answer.length() > LONGEST_ANSWER);
        if (attributes.size() > MOST_ATTRIBUTES || tooLong) {
            throw new Malformed(
                    "attribute", "send at most " + MOST_ATTRIBUTES + " of " + LONGEST_ANSWER + " characters each");
        }
        return attributes;
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 60));
    }

    private @Nullable String mediaUrl() {
        var url = text("media_url");
        if (url == null) {
            return null;
        }
        try {
            var address = new URI(url);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && url.length() <= LONGEST_ADDRESS) {
                return url;
            }
        } catch (URISyntaxException wrong) {
            throw new Malformed("media_url", "must be a whole web address: " + wrong.getReason());
        }
        throw new Malformed("media_url", "must be a whole web address of at most " + LONGEST_ADDRESS + " characters");
    }

    private Contact contact() {
        return new Contact(
                text("first_name"),
                text("last_name"),
                text("phone"),
                text("email"),
                text("device_id"),
                text("account_id"));
    }

    private @Nullable String text(String field) {
        var text = form.getFirst(field);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
