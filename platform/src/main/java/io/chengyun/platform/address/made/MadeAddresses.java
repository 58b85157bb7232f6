package io.chengyun.platform.address.made;

import io.chengyun.platform.address.region.Region;
import io.chengyun.platform.address.region.Regions;
import io.chengyun.platform.address.tagging.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes tagged addresses (虚构地址), all of them invented: real names of regions, invented roads, places and numbers, written
 * the ways people write. They teach the tagger that the house carries.
 */
public final class MadeAddresses {

    private final Words words;
    private final Names names;
    private final RegionWriter regions;
    private final HouseWriter houses;
    private final Random random;

    private MadeAddresses(Regions regions, List<String> committees, long seed) {
        this.random = new Random(seed);
        this.words = new Words(random);
        this.names = new Names(words, regions.list());
        this.regions = new RegionWriter(regions.list(), words, names, committees);
        this.houses = new HouseWriter(words, names);
    }

    /**
     * Makes some.
     *
     * @param committees names of committees to be used besides invented ones
     * @param seed the same makes the same
     */
    public static List<Tagged> make(Regions regions, List<String> committees, int count, long seed) {
        var made = new MadeAddresses(regions, committees, seed);
        var all = new ArrayList<Tagged>();
        while (all.size() < count) {
            all.add(made.next());
        }
        return all;
    }

    private Tagged next() {
        var draft = new Draft();
        boolean message = words.chance(15);
        if (message && words.chance(75)) {
            draft.pass(words.any("ahead"));
        }
        Region region = regions.write(draft);
        if (words.chance(4)) {
            draft.add("devzone", (words.chance(50) ? names.stem() : "") + words.any("zone"));
        }
        boolean village = regions.writeTown(draft, region);
        boolean rural = village && words.chance(55);
        if (rural) {
            rural(draft);
        } else {
            urban(draft);
        }
        if (draft.isEmpty()) {
            draft.add("poi", names.place());
        }
        if (message) {
            draft.pass(words.any("behind") + (words.chance(40) ? "，" + words.any("behind") : ""));
        } else if (words.chance(5)) {
            draft.add("redundant", words.any("tail"));
        }
        return draft.tagged();
    }

    private void rural(Draft draft) {
        if (words.chance(35)) {
            draft.add("poi", words.chance(60) ? names.hamlet() : names.place());
        } else if (words.chance(30)) {
            draft.add("road", (words.chance(50) ? "" + words.number(15) : words.any("roadnumber")) + group());
        }
        if (words.chance(55)) {
            draft.add("roadno", houses.roadNumber());
        }
    }

    private String group() {
        return words.chance(85) ? "组" : words.chance(50) ? "队" : "社";
    }

    private void urban(Draft draft) {
        boolean road = words.chance(62);
        if (road) {
            houses.writeRoad(draft);
        }
        if (words.chance(2)) {
            draft.add("redundant", words.any("between"));
        }
        if (words.chance(road ? 50 : 88)) {
            houses.writePlace(draft);
        } else if (road && words.chance(40)) {
            houses.writeRooms(draft, false);
        }
    }
}
