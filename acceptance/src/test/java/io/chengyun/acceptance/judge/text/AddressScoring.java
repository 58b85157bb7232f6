package io.chengyun.acceptance.judge.text;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.judge.Detector;
import io.chengyun.acceptance.judge.Score;
import io.chengyun.acceptance.judge.Score.Goal;
import io.chengyun.acceptance.judge.Scoring;
import io.chengyun.platform.address.AddressCommand;
import io.chengyun.platform.address.AddressPart;
import io.chengyun.platform.address.tagging.Tagged;
import io.chengyun.platform.address.tagging.TaggedFile;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tagged Chinese addresses (中文地址): the parts that {@code ./chengyun address} writes against the tagged ones. */
public final class AddressScoring implements Scoring {

    private static final String TRAIN = "address_zh/train.txt.gz";
    private static final String DEV = "address_zh/dev.txt.gz";

    /** By these work is dispatched. */
    private static final Set<AddressPart> DISPATCH = Set.of(
            AddressPart.PROVINCE,
            AddressPart.CITY,
            AddressPart.DISTRICT,
            AddressPart.TOWN,
            AddressPart.ROAD,
            AddressPart.ROAD_NUMBER,
            AddressPart.PLACE,
            AddressPart.HOUSE_NUMBER);

    @Override
    public String name() {
        return "address";
    }

    @Override
    public List<String> files() {
        return List.of(TRAIN, DEV);
    }

    @Override
    public List<Score> score(Path data, Detector unused) throws IOException {
        var folder = Files.createTempDirectory("chengyun-addresses");
        try {
            var model = folder.resolve("model").toString();
            run(List.of("--train", data.resolve(TRAIN).toString(), "--model", model));
            List<Tagged> texts;
            try (var in = Packed.open(data.resolve(DEV))) {
                texts = TaggedFile.read(in);
            }
            var scores = new ArrayList<>(scores("own", "made addresses only", parsed(folder, texts, List.of())));
            scores.addAll(scores("trained", "8,957 of the same set", parsed(folder, texts, List.of("--model", model))));
            return scores;
        } finally {
            Packed.delete(folder);
        }
    }

    private static void run(List<String> arguments) throws IOException {
        var clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        int ended = new AddressCommand(Places.ROOT.resolve("districts"), clock, Packed.errors()).run(arguments);
        if (ended != 0) {
            throw new IOException("address ended with " + ended);
        }
    }

    private static Map<AddressPart, FieldScore> parsed(Path folder, List<Tagged> texts, List<String> model)
            throws IOException {
        var in = folder.resolve("texts.csv");
        var out = folder.resolve("parsed.csv");
        try (var table = new TableWriter(in, List.of("id", "text"))) {
            for (int i = 0; i < texts.size(); i++) {
                table.write(List.of("" + i, texts.get(i).text()));
            }
        }
        var arguments = new ArrayList<>(List.of("--in", in.toString(), "--out", out.toString()));
        arguments.addAll(model);
        run(arguments);
        var columns = new ArrayList<>(List.of("id"));
        Arrays.stream(AddressPart.values()).map(AddressPart::column).forEach(columns::add);
        var fields = new EnumMap<AddressPart, FieldScore>(AddressPart.class);
        new TableReader(out, columns).read(row -> count(fields, texts.get(Integer.parseInt(row.get(0))), row), torn -> {
            throw new IllegalStateException(torn);
        });
        return fields;
    }

    private static void count(Map<AddressPart, FieldScore> fields, Tagged text, List<String> row) {
        for (var part : AddressPart.values()) {
            var known = text.spans().stream()
                    .filter(span -> span.label().equals(part.label()))
                    .map(span -> span.in(text.text()))
                    .toList();
            var cell = row.get(part.ordinal() + 1);
            var found = cell.isEmpty() ? List.<String>of() : List.of(cell.split(";"));
            fields.computeIfAbsent(part, any -> new FieldScore()).add(known, found);
        }
    }

    private static List<Score> scores(String name, String learnt, Map<AddressPart, FieldScore> fields) {
        var dispatch = new FieldScore();
        var all = new FieldScore();
        var scores = new ArrayList<Score>();
        fields.forEach((part, field) -> {
            all.add(field);
            if (DISPATCH.contains(part)) {
                dispatch.add(field);
                scores.add(score(name, part.column(), field, Goal.NONE, ""));
            }
        });
        scores.add(0, score(name, "dispatch", dispatch, Goal.atLeast(0.85), "learnt from " + learnt));
        scores.add(1, score(name, "all", all, Goal.NONE, "all 18 parts that are shown"));
        return scores;
    }

    private static Score score(String name, String field, FieldScore reached, Goal goal, String note) {
        var reference = field.equals("all") ? "89.93 with LSTM-CRF on all 21 labels" : "";
        return new Score("address." + name + "." + field, reached.f1(), goal, reference, reached.there(), note);
    }
}
