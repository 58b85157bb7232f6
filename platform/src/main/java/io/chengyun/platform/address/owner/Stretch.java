package io.chengyun.platform.address.owner;

import org.jspecify.annotations.Nullable;

/**
 * A road, or a stretch of it by its doors.
 *
 * @param first number of its first door; null from the road's beginning
 * @param last number of its last door; null to the road's end
 */
record Stretch(
        String road, @Nullable Integer first, @Nullable Integer last, Keeping keeping) {

    /** Whether it is the road from its beginning to its end. */
    boolean whole() {
        return first == null && last == null;
    }

    boolean contains(int number) {
        return (first == null || number >= first) && (last == null || number <= last);
    }

    /** Whether both speak of the same doors on some day; a stretch goes before the whole road and meets it nowhere. */
    boolean meets(Stretch other) {
        boolean before = last != null && other.first != null && last < other.first;
        boolean after = first != null && other.last != null && first > other.last;
        return whole() == other.whole() && !before && !after && keeping.meets(other.keeping);
    }

    Holding holding() {
        return new Holding(null, road, first, last, keeping.owner(), keeping.maintainer(), keeping.from());
    }
}
