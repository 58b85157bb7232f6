package io.chengyun.platform.address.made;

import io.chengyun.platform.address.region.Region;
import io.chengyun.platform.address.region.ShortNames;
import java.util.List;

/** Writes the regions at the beginning of an address (虚构区划), whole or in part, with and without endings, doubled at times. */
final class RegionWriter {

    private final List<Region> regions;
    private final Words words;
    private final Names names;
    private final List<String> committees;

    RegionWriter(List<Region> regions, Words words, Names names, List<String> committees) {
        this.regions = regions;
        this.words = words;
        this.names = names;
        this.committees = committees;
    }

    Region write(Draft draft) {
        var region = words.any(regions);
        int depth = words.number(100);
        boolean province = depth < 45 && !region.underProvince();
        boolean city = province ? words.chance(83) : depth < 62;
        boolean district = province || city ? words.chance(88) : depth < 75;
        boolean endings = !words.chance(14);
        boolean dashes = words.chance(3);
        if (words.chance(1)) {
            draft.add("country", "中国");
        }
        if (province) {
            draft.add(
                    "prov", endings && !words.chance(8) ? region.province() : ShortNames.ofProvince(region.province()));
            dash(draft, dashes);
        }
        if (city && words.chance(98)) {
            draft.add("city", city(region, endings && !words.chance(10)));
            dash(draft, dashes);
        }
        if (province && words.chance(2)) {
            draft.add("redundant", "市辖区");
        }
        if (district) {
            draft.add(
                    region.district().contains("开发区") ? "devzone" : "district",
                    endings && !words.chance(5) ? region.district() : ShortNames.ofDistrict(region.district()));
            dash(draft, dashes);
        }
        if (words.chance(4) && !draft.isEmpty()) {
            again(draft, region);
        }
        return region;
    }

    private static String city(Region region, boolean ending) {
        var name = region.cityNamed();
        return ending ? name : ShortNames.ofCity(name);
    }

    private static void dash(Draft draft, boolean dashes) {
        if (dashes) {
            draft.add("redundant", "-");
        }
    }

    /** Forms fill in what people write again. */
    private void again(Draft draft, Region region) {
        if (words.chance(50) && !region.underProvince()) {
            draft.add("redundant", words.chance(80) ? region.province() : ShortNames.ofProvince(region.province()));
        }
        if (words.chance(70)) {
            draft.add("redundant", city(region, words.chance(70)));
        }
        if (words.chance(60)) {
            draft.add("redundant", region.district());
        }
    }

    /** The town and the committee; whether there is a committee. */
    boolean writeTown(Draft draft, Region region) {
        boolean town = words.chance(draft.isEmpty() ? 50 : 45);
        if (town) {
            var name =
                    region.towns().isEmpty() || words.chance(15) ? names.stem() + suffix() : words.any(region.towns());
            boolean zone = name.matches(".*(开发区|园区|工业区|新区|度假区|管委会)");
            draft.add(zone ? "devzone" : "town", words.chance(84) ? name : ShortNames.ofTown(name));
        }
        boolean committee = words.chance(town ? 30 : 4);
        if (committee) {
            boolean ours = words.chance(12) && !committees.isEmpty();
            draft.add("community", ours ? words.any(committees) : names.village());
        }
        return committee;
    }

    private String suffix() {
        return words.chance(55) ? "镇" : words.chance(80) ? "街道" : "乡";
    }
}
