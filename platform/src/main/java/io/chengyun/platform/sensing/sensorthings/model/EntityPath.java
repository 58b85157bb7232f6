package io.chengyun.platform.sensing.sensorthings.model;

import io.chengyun.kernel.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to entities as a URL says it (资源路径): {@code Things(1)/Datastreams}.
 *
 * @param ending what is asked for at the end: everything, links only, or a property's bare value
 */
public record EntityPath(List<Segment> segments, Ending ending) {

    /** More steps than this lead nowhere that fewer do not. */
    private static final int LONGEST = 12;

    private static final Pattern FORM = Pattern.compile("([A-Za-z]+)(?:\\(([^()]+)\\))?");

    /** What of the end is shown. */
    public enum Ending {
        WHOLE(""),
        REFERENCE("$ref"),
        VALUE("$value");

        private final String word;

        Ending(String word) {
            this.word = word;
        }
    }

    /** One step; without an id it is a collection, the one at the end of a link, or a property. */
    public record Segment(String name, @Nullable EntityId id) {}

    public static EntityPath parse(String text) {
        var segments = new ArrayList<Segment>();
        var ending = Ending.WHOLE;
        for (var one : text.split("/", -1)) {
            if (ending != Ending.WHOLE || segments.size() > LONGEST) {
                throw new Malformed("path", "must end after $ref or $value, and have at most " + LONGEST + " steps");
            }
            ending = ending(one);
            if (ending == Ending.WHOLE) {
                segments.add(segment(one));
            }
        }
        if (segments.isEmpty()) {
            throw new Malformed("path", "must begin with a collection, such as Things");
        }
        return new EntityPath(segments, ending);
    }

    private static Ending ending(String text) {
        for (var ending : Ending.values()) {
            if (!ending.word.isEmpty() && ending.word.equals(text)) {
                return ending;
            }
        }
        return Ending.WHOLE;
    }

    private static Segment segment(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("path", "'" + text + "' must be a collection or a link, such as Things(1)/Datastreams");
        }
        var id = matcher.group(2);
        return new Segment(matcher.group(1), id == null ? null : EntityId.parse(id));
    }

    /** The way to one entity. */
    public static EntityPath to(EntityType type, EntityId id) {
        return new EntityPath(List.of(new Segment(type.set(), id)), Ending.WHOLE);
    }

    public boolean isReference() {
        return ending == Ending.REFERENCE;
    }
}
