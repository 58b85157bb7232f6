package io.chengyun.acceptance.bench;

import io.chengyun.acceptance.bench.casework.ActionRate;
import io.chengyun.acceptance.bench.casework.InboxTimes;
import io.chengyun.acceptance.bench.casework.SigningCost;
import io.chengyun.acceptance.bench.casework.TimerFlood;
import io.chengyun.acceptance.bench.ledger.FsckRate;
import io.chengyun.acceptance.bench.ledger.LeafRate;
import io.chengyun.acceptance.bench.ledger.LedgerLag;
import io.chengyun.acceptance.bench.ledger.LogBytes;
import io.chengyun.acceptance.bench.ledger.MillionEvents;
import io.chengyun.acceptance.bench.ledger.ProofTime;
import io.chengyun.acceptance.bench.ledger.VerifyTime;
import io.chengyun.acceptance.bench.requests.RequestReplayRate;
import io.chengyun.acceptance.bench.text.DuplicateTime;
import io.chengyun.acceptance.bench.text.TriageRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Prints the machine's facts and then one JSON line a figure: {@code ./chengyun bench [NAME…]}. */
public final class Bench {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All figures, in the order in which they are taken. */
    private static final List<Measurement> MEASUREMENTS = List.of(
            new PlatformReady(),
            new PlatformMemory(),
            new DataArrayRate(),
            new SingleRate(),
            new SignalLatency(),
            new LatestValues(),
            new DayOfStream(),
            new MqttRate(),
            new RuleRate(),
            new LearntRate(),
            new JournalRate(),
            new ResolveRate(),
            new TriageRate(),
            new DuplicateTime(),
            new ActionRate(),
            new TimerFlood(),
            new InboxTimes(),
            new ReplaySpeed(),
            new RequestReplayRate(),
            new LeafRate(),
            new LedgerLag(),
            new ProofTime(),
            new VerifyTime(),
            new FsckRate(),
            new LogBytes(),
            new SigningCost(),
            new MillionEvents());

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var wanted = List.of(names);
        var known = MEASUREMENTS.stream().map(Measurement::name).toList();
        if (!known.containsAll(wanted)) {
            System.err.println("no such figure; there are " + known);
            System.exit(2);
        }
        System.out.println(JSON.writeValueAsString(Machine.facts()));
        for (var measurement : MEASUREMENTS) {
            if (wanted.isEmpty() || wanted.contains(measurement.name())) {
                System.out.println(JSON.writeValueAsString(take(measurement).line()));
            }
        }
        System.exit(0);
    }

    private static Figure take(Measurement measurement) throws Exception {
        var folder = Files.createTempDirectory("chengyun-bench");
        try {
            return measurement.measure(folder);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
