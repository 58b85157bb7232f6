package io.chengyun.platform.address.made;

import io.chengyun.platform.address.region.Region;
import io.chengyun.platform.address.region.ShortNames;
import java.util.List;

/** Makes names of roads, villages, estates and firms (虚构名称). */
final class Names {

    private final Words words;
    /** Names of towns without their endings: what Chinese places are called. */
    private final List<String> stems;

    Names(Words words, List<Region> regions) {
        this.words = words;
        this.stems = regions.stream()
                .flatMap(region -> region.towns().stream())
                .map(ShortNames::ofTown)
                .filter(stem -> stem.length() <= 3)
                .toList();
    }

    /** Two or three characters that may be the name of anything. */
    String stem() {
        if (words.chance(35)) {
            return words.any("stem");
        }
        if (words.chance(50)) {
            return words.any(stems);
        }
        var one = words.any(stems);
        var other = words.any(stems);
        return one.substring(0, 1)
                + other.substring(words.chance(50) ? 1 : 0, other.length() > 1 ? 2 : 1)
                + (words.chance(15) ? words.any("hamlet") : "");
    }

    String road() {
        var toward = words.chance(25) ? words.any("toward") : words.chance(12) ? words.any("roadnumber") : "";
        return stem() + toward + words.any("road");
    }

    String village() {
        var name = words.chance(35)
                ? words.any("surname") + (words.chance(60) ? "家" : "") + words.any("hamlet")
                : words.chance(40) ? stem() + words.any("hamlet") : stem();
        return name + words.any("village");
    }

    String hamlet() {
        return (words.chance(50) ? words.any("surname") + (words.chance(60) ? "家" : "") : stem()) + words.any("hamlet");
    }

    String firm() {
        var name = stem() + (words.chance(30) ? words.any("stem") : "");
        var city = words.chance(25) ? words.any(stems) + (words.chance(30) ? "市" : "") : "";
        return city + name + words.any("trade") + (words.chance(15) ? words.any("trade") : "") + words.any("firm");
    }

    /** Any place that has a name. */
    String place() {
        int kind = words.number(100);
        if (kind < 30) {
            return stem() + (words.chance(15) ? words.any("stem") : "") + words.any("home");
        }
        var name = words.chance(85) ? stem() : "";
        if (kind < 42) {
            return name + words.any("office");
        }
        if (kind < 52) {
            return name + words.any("industry");
        }
        if (kind < 62) {
            return name + words.any("market");
        }
        if (kind < 74) {
            return name + words.any("public");
        }
        return kind < 80 ? name + words.any("lodging") : kind < 84 ? stem() : firm();
    }
}
