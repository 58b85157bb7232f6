package io.chengyun.platform.intake.batch;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in batches of requests (批量导入): each row by itself, so that a bad one stops no other. */
@Service
class Batches {

    /** So many refused rows are told one by one; the rest is counted. */
    private static final int TOLD = 1_000;

    private final Intake intake;

    Batches(Intake intake) {
        this.intake = intake;
    }

    /**
     * What became of a batch (导入结果).
     *
     * @param received rows that are requests now
     * @param known rows that came before and were left as they are
     * @param refused rows that were not taken; the first thousand are told in {@code problems}
     */
    record Outcome(int received, int known, int refused, List<Problem> problems) {}

    /** Why a row was not taken (导入问题): its number there, or the row's place where it has none. */
    record Problem(String row, String why) {}

    Outcome take(Path table, BatchMapping mapping, String by) {
        return new Taking(mapping, by).run(table);
    }

    private final class Taking {

        private final BatchMapping mapping;
        private final List<String> wanted;
        private final List<Problem> problems = new ArrayList<>();
        private int received;
        private int known;
        private final String by;
        private int refused;

        Taking(BatchMapping mapping, String by) {
            this.mapping = mapping;
            this.by = by;
            this.wanted = mapping.columns().wanted();
        }

        Outcome run(Path table) {
            new TableReader(table, wanted).read(this::take, torn -> refuse(torn.split(":", 2)[0], torn));
            return new Outcome(received, known, refused, List.copyOf(problems));
        }

        private void take(List<String> cells) {
            var row = new HashMap<String, String>();
            for (int i = 0; i < wanted.size(); i++) {
                row.put(wanted.get(i), cells.get(i).strip());
            }
            var id = cells.get(0).strip();
            try {
                if (intake.find(Channel.IMPORT, id).isPresent()) {
                    known++;
                } else {
                    intake.receive(request(id, row), by);
                    received++;
                }
            } catch (Malformed wrong) {
                refuse(id, String.valueOf(wrong.getMessage()));
            } catch (Refused no) {
                refuse(id, no.refusal().code() + ": " + no.refusal().advice() + " " + String.join(", ", no.allowed()));
            }
        }

        private NewRequest request(String id, Map<String, String> row) {
            var columns = mapping.columns();
            var asked = new Asked(
                    mapping.service(cell(row, columns.service())), cell(row, columns.description()), Map.of(), null);
            var address = cell(row, columns.address());
            return new NewRequest(
                    Channel.IMPORT,
                    id,
                    asked,
                    position(cell(row, columns.lon()), cell(row, columns.lat())),
                    address.isEmpty() ? null : address,
                    new Contact(null, cell(row, columns.name()), cell(row, columns.phone()), null, null, null));
        }

        private void refuse(String row, String why) {
            refused++;
            if (problems.size() < TOLD) {
                problems.add(new Problem(row, why));
            }
        }
    }

    private static String cell(Map<String, String> row, @Nullable String heading) {
        return heading == null ? "" : row.getOrDefault(heading, "");
    }

    /** A row without a point is found by its address. */
    private static @Nullable Position position(String lon, String lat) {
        if (lon.isEmpty() && lat.isEmpty()) {
            return null;
        }
        try {
            return new Position(Double.parseDouble(lon), Double.parseDouble(lat));
        } catch (NumberFormatException wrong) {
            throw new Malformed("lon", "lon and lat must be numbers of degrees, or both empty");
        }
    }
}
