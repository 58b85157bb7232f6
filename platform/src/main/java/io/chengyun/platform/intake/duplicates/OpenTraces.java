package io.chengyun.platform.intake.duplicates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open requests of a file, as its time goes on (文件查重); in the order of their times. */
final class OpenTraces implements Traces {

    private static final double CELLS_A_DEGREE = 500;
    private static final double METRES_A_DEGREE = 111_195;

    private final Map<String, List<Entry>> byAddress = new HashMap<>();
    private final Map<Long, List<Entry>> byCell = new HashMap<>();
    private final Map<String, Entry> byId = new HashMap<>();

    /** A request and the matter that it belongs to, which has an end. */
    private record Entry(Known known, @Nullable Instant closedAt) {

        boolean isOpenAt(Instant at) {
            return closedAt == null || closedAt.isAfter(at);
        }
    }

    /** Takes one in as a matter of its own, named like itself. */
    void add(Trace trace, @Nullable Instant closedAt) {
        keep(new Entry(new Known(trace, trace.id()), closedAt));
    }

    /** Takes one in that belongs to another's matter: it is open for as long as that. */
    void join(Trace trace, String matter) {
        var root = byId.get(matter);
        if (root == null) {
            throw new IllegalArgumentException(matter + " is no matter");
        }
        keep(new Entry(new Known(trace, matter), root.closedAt()));
    }

    private void keep(Entry entry) {
        var trace = entry.known().trace();
        byId.put(trace.id(), entry);
        if (trace.addressCode() != null) {
            byAddress
                    .computeIfAbsent(trace.addressCode(), any -> new ArrayList<>())
                    .add(entry);
        }
        if (trace.exact()) {
            byCell.computeIfAbsent(key(cell(trace.lon()), cell(trace.lat())), any -> new ArrayList<>())
                    .add(entry);
        }
    }

    @Override
    public Optional<Known> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Entry::known);
    }

    @Override
    public List<Known> listBefore(Trace request, Instant since, double metres) {
        Set<Entry> near = new LinkedHashSet<>();
        if (request.addressCode() != null) {
            near.addAll(byAddress.getOrDefault(request.addressCode(), List.of()));
        }
        if (request.exact()) {
            double north = metres / METRES_A_DEGREE;
            double east = north / Math.max(0.01, Math.cos(Math.toRadians(request.lat())));
            for (int x = cell(request.lon() - east); x <= cell(request.lon() + east); x++) {
                for (int y = cell(request.lat() - north); y <= cell(request.lat() + north); y++) {
                    near.addAll(byCell.getOrDefault(key(x, y), List.of()));
                }
            }
        }
        return near.stream()
                .filter(one -> one.isOpenAt(request.at()))
                .map(Entry::known)
                .filter(one -> !one.trace().at().isBefore(since) && one.trace().isBefore(request))
                .sorted(Comparator.comparing((Known one) -> one.trace().at()).reversed())
                .toList();
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS_A_DEGREE);
    }

    private static long key(int x, int y) {
        return ((long) x << Integer.SIZE) ^ (y & 0xFFFFFFFFL);
    }
}
