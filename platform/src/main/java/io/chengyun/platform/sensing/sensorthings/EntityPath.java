package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way to entities as a URL says it (资源路径): {@code Things(1)/Datastreams}. */
record EntityPath(List<Segment> segments) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z]+)(?:\\(([^()]+)\\))?");

    /** One step; without an id it is a collection or the one at the end of a link. */
    record Segment(String name, @Nullable EntityId id) {}

    static EntityPath parse(String text) {
        return new EntityPath(
                Arrays.stream(text.split("/", -1)).map(EntityPath::segment).toList());
    }

    private static Segment segment(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("path", "'" + text + "' must be a collection or a link, such as Things(1)/Datastreams");
        }
        var id = matcher.group(2);
        return new Segment(matcher.group(1), id == null ? null : EntityId.parse(id));
    }
}
