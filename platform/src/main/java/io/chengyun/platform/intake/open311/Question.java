package io.chengyun.platform.intake.open311;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.intake.Intake.Box;
import io.chengyun.platform.intake.Intake.Page;
import io.chengyun.platform.intake.Intake.Query;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.place.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads which requests a client asks for (查询条件). */
final class Question {

    private static final int MOST_IDS = 1_000;

    private final MultiValueMap<String, String> asked;
    private final Open311Settings settings;

    Question(MultiValueMap<String, String> asked, Open311Settings settings) {
        this.asked = asked;
        this.settings = settings;
    }

    Query query(Instant now) {
        var ids = words("service_request_id");
        var from = time("start_date");
        var until = time("end_date");
        if (ids.isEmpty()) {
            var end = until != null ? until : from != null ? from.plus(settings.span()) : now.plusSeconds(1);
            var begin = from != null ? from : end.minus(settings.span());
            check(begin, end);
            return new Query(ids, words("service_code"), begin, end, status(), box(), page());
        }
        // who names requests has them however old they are; the standard heeds nothing else then
        return new Query(ids, List.of(), Instant.EPOCH, now.plusSeconds(1), null, null, page());
    }

    private void check(Instant from, Instant until) {
        if (until.isBefore(from)) {
            throw new Malformed("end_date", "must not lie before start_date");
        }
        if (from.plus(settings.span()).isBefore(until)) {
            throw new Malformed(
                    "start_date", "ask for at most " + settings.span().toDays() + " days at once");
        }
    }

    private @Nullable Status status() {
        var words = words("status");
        for (var word : words) {
            if (!word.equals("open") && !word.equals("closed")) {
                throw new Malformed("status", "must be open or closed");
            }
        }
        if (words.isEmpty() || words.containsAll(List.of("open", "closed"))) {
            return null;
        }
        return words.contains("open") ? Status.OPEN : Status.CLOSED;
    }

    private boolean extended() {
        return settings.extensions() && "true".equals(asked.getFirst("extensions"));
    }

    private @Nullable Box box() {
        var text = asked.getFirst("bbox");
        if (!extended() || text == null || text.isBlank()) {
            return null;
        }
        var numbers = text.split(",", -1);
        if (numbers.length != 4) {
            throw new Malformed("bbox", "write west,south,east,north in degrees");
        }
        try {
            var corner = new Position(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            var other = new Position(Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3]));
            return new Box(corner.lon(), corner.lat(), other.lon(), other.lat());
        } catch (NumberFormatException wrong) {
            throw new Malformed("bbox", "write west,south,east,north in degrees");
        }
    }

    private Page page() {
        if (!extended()) {
            return new Page(settings.rows(), 0);
        }
        int size = whole("page_size", settings.rows(), settings.rows());
        return new Page(size, (whole("page", 1, 1_000_000) - 1) * size);
    }

    private int whole(String field, int usual, int most) {
        var text = asked.getFirst(field);
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new Malformed(field, "must be a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private @Nullable Instant time(String field) {
        var text = asked.getFirst(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            // a + that was not escaped comes as a blank
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException wrong) {
            throw new Malformed(field, "write the time with its offset, as 2026-11-22T08:00:00+08:00");
        }
    }

    private List<String> words(String field) {
        var text = asked.getFirst(field);
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var words = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (words.size() > MOST_IDS || words.contains("")) {
            throw new Malformed(field, "name 1 to " + MOST_IDS + ", with a comma between two");
        }
        return words;
    }
}
