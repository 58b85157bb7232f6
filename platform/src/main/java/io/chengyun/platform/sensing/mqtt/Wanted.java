package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants to hear (订阅), as its topic filter says.
 *
 * @param filter the filter as the client wrote it, which is the topic of what it hears unless that is compact
 * @param kind what it is about
 * @param stream the stream, or entity, it is about; 0 when it is about more than one
 * @param select the properties shown; empty = all
 */
record Wanted(String filter, Kind kind, long stream, List<String> select) {

    /** What a topic is about. */
    enum Kind {
        /** Observations of one stream, as the standard writes them. */
        STREAM,
        /** Observations of every stream, as the standard writes them. */
        ALL,
        /** Entities of a collection, or one of them, when they are new or changed. */
        ENTITY,
        /** {@code d/thing/property}, single levels open to {@code +}, the rest to {@code #}. */
        COMPACT
    }

    private static final Pattern STANDARD = Pattern.compile(
            "v1\\.[01]/(?:Datastreams\\((\\d{1,18})\\)/)?Observations(?:\\?\\$select=([\\w@.,]{1,200}))?");
    private static final Pattern ENTITIES =
            Pattern.compile("v1\\.[01]/([A-Za-z]{1,30})(?:\\((\\d{1,18})\\))?(?:\\?\\$select=([\\w@.,]{1,200}))?");
    private static final int VERSION = "v1.1".length();
    private static final int COMPACT_LEVELS = 3;

    /** The wish behind a filter; empty when there is nothing to hear on it. */
    static Optional<Wanted> parse(String filter) {
        var matcher = STANDARD.matcher(filter);
        if (matcher.matches()) {
            var id = matcher.group(1);
            var kind = id == null ? Kind.ALL : Kind.STREAM;
            return Optional.of(new Wanted(filter, kind, id == null ? 0 : Long.parseLong(id), select(matcher.group(2))));
        }
        var entities = ENTITIES.matcher(filter);
        if (entities.matches() && isSet(entities.group(1))) {
            var id = entities.group(2);
            var number = id == null ? 0 : Long.parseLong(id);
            return Optional.of(new Wanted(filter, Kind.ENTITY, number, select(entities.group(3))));
        }
        var levels = filter.split("/", -1);
        boolean open = levels[levels.length - 1].equals("#") && levels.length <= COMPACT_LEVELS;
        boolean compact = levels[0].equals("d") && levels.length > 1 && (levels.length == COMPACT_LEVELS || open);
        return compact ? Optional.of(new Wanted(filter, Kind.COMPACT, 0, List.of())) : Optional.empty();
    }

    private static boolean isSet(String name) {
        return EntityTypes.ALL.stream().anyMatch(type -> type.set().equals(name));
    }

    private static List<String> select(@Nullable String names) {
        return names == null ? List.of() : List.of(names.split(","));
    }

    /** Whether a stream's observations are among what is wanted. */
    boolean hears(Datastream of) {
        return switch (kind) {
            case STREAM -> stream == of.id();
            case ALL -> true;
            case ENTITY -> false;
            case COMPACT -> matches(of);
        };
    }

    /** Whether an entity that was written is among what is wanted. */
    boolean hears(Entity entity) {
        return kind == Kind.ENTITY
                && filter.startsWith(entity.type().set(), VERSION + 1)
                && (stream == 0
                        ? !Character.isLetter(after(entity.type().set()))
                        : entity.id().number() == stream);
    }

    private char after(String set) {
        int end = VERSION + 1 + set.length();
        return filter.length() > end ? filter.charAt(end) : '?';
    }

    /** Where links of what it hears begin: {@code /v1.1}. */
    String root() {
        return "/" + filter.substring(0, VERSION);
    }

    private boolean matches(Datastream of) {
        var levels = filter.split("/", -1);
        var names = new String[] {"d", of.thingId(), of.property()};
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].equals("#")) {
                return true;
            }
            if (!levels[i].equals("+") && !levels[i].equals(names[i])) {
                return false;
            }
        }
        return levels.length == names.length;
    }

    /** The topic on which an observation of the stream goes out. */
    String topic(Datastream of) {
        return kind == Kind.COMPACT ? "d/" + of.thingId() + "/" + of.property() : filter;
    }
}
