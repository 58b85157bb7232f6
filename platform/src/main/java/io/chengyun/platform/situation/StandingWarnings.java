package io.chengyun.platform.situation;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.warning.Warning;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The warnings in force (生效预警), in memory, for the grades of sensors. Any thread may ask. */
@Component
class StandingWarnings implements SmartInitializingSingleton {

    private final PictureStore store;
    private final Changes changes;
    private final Map<String, Warning> standing = new ConcurrentHashMap<>();

    StandingWarnings(PictureStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        on(store.listOpen(Change.Kind.WARNING));
    }

    void on(List<Change> fresh) {
        for (var change : fresh) {
            if (change.kind() == Change.Kind.WARNING) {
                on(changes.warning(change));
            }
        }
    }

    private void on(Warning warning) {
        if (warning.state() == Warning.State.STANDING) {
            standing.put(warning.id(), warning);
        } else {
            standing.remove(warning.id());
        }
    }

    /** The gravest grade that a voice of a standing warning holds, by stream; a stream that none speaks of is absent. */
    Map<Long, Grade> gradesByStream() {
        var grades = new HashMap<Long, Grade>();
        standing.values().stream()
                .flatMap(warning -> warning.voices().stream())
                .filter(voice -> voice.grade() != null)
                .forEach(voice -> grades.merge(
                        voice.source().stream(), Objects.requireNonNull(voice.grade()), StandingWarnings::graver));
        return grades;
    }

    private static Grade graver(Grade one, Grade other) {
        return Comparator.<Grade>naturalOrder().compare(one, other) >= 0 ? one : other;
    }
}
