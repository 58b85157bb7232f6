package io.chengyun.platform.address.owner;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** How near a matter must be to a road or a part to stand at it, by day: the district's file {@code nearness.yml}. */
record Nearness(List<Metres> all) {

    private static final String FILE = "nearness.yml";

    Nearness {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new Malformed(FILE, "holds nothing: write an entry with from, road and asset");
        }
    }

    /**
     * From a day on, in metres.
     *
     * @param road from the line between a road's doors
     * @param asset from a part of the matter's class
     * @param choice from a part that somebody may mean, of whatever class
     */
    record Metres(LocalDate from, double road, double asset, double choice) {
        Metres {
            if (!(road > 0) || !(asset > 0) || !(choice > 0)) {
                throw new Malformed(FILE, "road, asset and choice of " + from + " must be metres, more than 0");
            }
        }
    }

    static Nearness read(Path district) {
        return new Nearness(PackageFile.readList(district.resolve(FILE), Metres.class, "address:nearness-unreadable"));
    }

    Metres on(LocalDate day) {
        return PackageFile.onDay(FILE, all, Metres::from, day);
    }
}
