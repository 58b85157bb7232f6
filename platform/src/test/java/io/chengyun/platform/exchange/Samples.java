package io.chengyun.platform.exchange;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.exchange.DataSet.Field;
import io.chengyun.platform.exchange.DataSet.Terms;
import io.chengyun.platform.exchange.DataSet.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A data set and people for tests. */
@NullUnmarked
final class Samples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    static final ExchangeSettings SETTINGS = new ExchangeSettings("target/none", 200_000, 32_000_000);

    private Samples() {}

    static DataSet set(Sharing sharing) {
        return new DataSet(
                "fire.hydrants",
                LocalDate.EPOCH,
                new Words("消火栓", "Hydrants"),
                "D-FIRE",
                DataGrade.CORE,
                new Terms(sharing, Duration.ofDays(1)),
                "id",
                List.of(
                        field("id", DataGrade.GENERAL),
                        field("road", DataGrade.GENERAL),
                        field("pressure", DataGrade.IMPORTANT),
                        field("valve", DataGrade.CORE)));
    }

    static Field field(String name, DataGrade grade) {
        return new Field(name, new Words(name, name), "", grade);
    }

    static Share share(String organisation, String purpose, DataGrade grade, LocalDate until) {
        return new Share("share-1", "fire.hydrants", organisation, purpose, grade, until, "steward-fire", null);
    }

    static Caller person(String organisation, Role... roles) {
        return new Caller("p-1", "某甲", "Somebody", Set.of(roles), organisation, null);
    }
}
