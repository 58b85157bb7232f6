package io.chengyun.platform.address.region;

/** How people call a region for short (简称): 浙江 for 浙江省, 莘庄 for 莘庄镇. A name that would be too short stays as it is. */
public final class ShortNames {

    private static final String PEOPLES = "(壮族|回族|维吾尔|藏族|苗族|彝族|土家族|侗族|布依族|蒙古族?|朝鲜族|哈尼族|白族|傣族|羌族|景颇族|黎族)*";

    private ShortNames() {}

    /** Of a province. */
    public static String ofProvince(String name) {
        return without(name, "省|市|" + PEOPLES + "自治区|特别行政区");
    }

    /** Of a city. */
    public static String ofCity(String name) {
        return without(name, "市|地区|盟|" + PEOPLES + "自治州");
    }

    /** Of a district. */
    public static String ofDistrict(String name) {
        return without(name, "新区|区|" + PEOPLES + "自治县|县|市|旗");
    }

    /** Of a town. */
    public static String ofTown(String name) {
        return without(name, "街道|镇|" + PEOPLES + "乡|地区");
    }

    /** Of a committee: the estate or village that it is of. */
    public static String ofCommittee(String name) {
        return without(name, "(第[一二三四五六七八九十]+)?(社区)?(居委会|居民委员会|村委会|村民委员会)|社区");
    }

    private static String without(String name, String ending) {
        var rest = name.replaceFirst("(" + ending + ")$", "");
        return rest.length() < 2 ? name : rest;
    }
}
