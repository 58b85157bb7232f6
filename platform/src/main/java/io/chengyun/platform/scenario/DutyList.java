package io.chengyun.platform.scenario;

import io.chengyun.kernel.AreaCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who handles what where (责任清单), and who does when no row fits (兜底).
 *
 * @param fallback code of the organisation that takes what nobody else takes
 */
public record DutyList(List<Row> rows, String fallback) {

    /** Of a package that only flags observations and files no case. */
    static final DutyList NONE = new DutyList(List.of(), "");

    public DutyList {
        rows = List.copyOf(rows);
    }

    /** At which height of the city a row stands; the lowest that fits is asked first. */
    public enum Level {
        GRID,
        TOWN,
        DISTRICT
    }

    /** Whose owner a row asks for (权属对象): the part's that a matter is about, or the road's on which it stands. */
    public enum Thing {
        ASSET,
        ROAD
    }

    /**
     * The owner that a row asks for (权属条件).
     *
     * @param owner code of the organisation whose the thing must be; null for whoever owns it
     */
    public record Owned(Thing thing, @Nullable String owner) {

        /** Whether the row speaks of a thing of this owner. */
        public boolean fits(String whose) {
            return owner == null || owner.equals(whose);
        }
    }

    /**
     * One row.
     *
     * @param area the one area it speaks of; null for every area of its level
     * @param organisation code, in which {@code {area}} stands for the code of the area that fits; {@code {owner}} or
     *     {@code {maintainer}} for the one of the asset or road
     * @param from the first day it holds; null for ever since
     * @param to the last day it holds; null until further notice
     * @param owned of whose assets or roads alone it speaks; null where it asks for no owner
     */
    public record Row(
            String caseClass,
            Level level,
            @Nullable AreaCode area,
            String organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Owned owned) {

        /** Where it asks for no owner. */
        public Row(
                String caseClass,
                Level level,
                @Nullable AreaCode area,
                String organisation,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            this(caseClass, level, area, organisation, from, to, null);
        }

        /** Whether the row holds on this day. */
        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /** Whether both hold on some day. */
        boolean meets(Row other) {
            boolean before = to != null && other.from != null && to.isBefore(other.from);
            boolean after = from != null && other.to != null && from.isAfter(other.to);
            return !before && !after;
        }

        /** Whether the row speaks of this area, which is of the row's level. */
        public boolean fits(AreaCode place) {
            return area == null || area.equals(place);
        }

        /** The organisation for an area that fits. */
        public String organisationIn(AreaCode place) {
            return organisation.replace("{area}", place.value());
        }
    }
}
