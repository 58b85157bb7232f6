package io.chengyun.platform.address;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.region.ShortNames;
import io.chengyun.platform.place.Area;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The towns and committees of the district by what people call them (本区地名). */
final class DistrictNames {

    /** A shorter name says too little to be recognised inside another. */
    private static final int TELLING = 3;

    private final LocalDate on;
    private final List<Named> towns;
    private final List<Named> committees;

    private record Named(String name, String shortName, AreaCode code) {}

    DistrictNames(Places places, LocalDate on) {
        this.on = on;
        this.towns = named(places.listAreas(AreaKind.TOWN, on), ShortNames::ofTown);
        this.committees = named(places.listAreas(AreaKind.COMMITTEE, on), ShortNames::ofCommittee);
    }

    private static List<Named> named(List<Area> areas, UnaryOperator<String> shortened) {
        return areas.stream()
                .map(area -> new Named(area.name(), shortened.apply(area.name()), area.code()))
                .toList();
    }

    /** Whether these are the names of this day. */
    boolean holdOn(LocalDate day) {
        return on.equals(day);
    }

    /** The town that is called so, in full or for short. */
    Optional<AreaCode> findTown(String said) {
        var asked = ShortNames.ofTown(said);
        return towns.stream()
                .filter(town -> town.name().equals(said) || town.shortName().equals(asked))
                .map(Named::code)
                .findFirst();
    }

    /** The committees that are called so; several where only their number tells them apart and it is not said. */
    List<AreaCode> listCommittees(String said) {
        var whole = committees.stream().filter(one -> one.name().equals(said)).toList();
        if (!whole.isEmpty()) {
            return whole.stream().map(Named::code).toList();
        }
        var asked = ShortNames.ofCommittee(said);
        return committees.stream()
                .filter(one -> same(one.shortName(), asked))
                .map(Named::code)
                .toList();
    }

    private static boolean same(String name, String asked) {
        boolean begins = name.length() >= TELLING && asked.startsWith(name);
        return name.equals(asked) || begins && asked.length() <= name.length() + 2;
    }
}
