package io.chengyun.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.house.StoryHouse;
import io.chengyun.acceptance.house.Visitor;
import io.chengyun.acceptance.house.Visitor.Answer;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.sensing.Datastream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story of one day, told on a time line: what happens at a time, and what the journal says between two times. */
final class Telling {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StoryHouse house;
    private final LocalDate day;

    Telling(StoryHouse house, LocalDate day) {
        this.house = house;
        this.day = day;
    }

    /** Lets time pass to this time of the day. */
    Telling at(String time) {
        house.passTo(instant(time));
        return this;
    }

    Telling observe(Datastream stream, double value) {
        assertThat(house.observe(stream, value).stored()).isEqualTo(1);
        return this;
    }

    /** Somebody does something with a case, and it is taken. */
    Answer does(String who, String caseId, String action, Map<String, ?> given) {
        var answer = tries(who, caseId, action, given);
        assertThat(answer.status())
                .as("%s by %s: %s", action, who, answer.body())
                .isEqualTo(200);
        return answer;
    }

    /** Somebody tries something with a case as they see it. */
    Answer tries(String who, String caseId, String action, Map<String, ?> given) {
        var visitor = house.visitor(who);
        var body = new LinkedHashMap<String, Object>(given);
        body.putIfAbsent(
                "version",
                visitor.get("/api/cases/" + caseId).body().at("/card/version").asLong());
        var answer = visitor.post("/api/cases/" + caseId + "/actions/" + action, body);
        house.settle();
        return answer;
    }

    Visitor visitor(String name) {
        return house.visitor(name);
    }

    /** Types of what happened from one time to another, both included, in order. */
    List<String> between(String from, String to) {
        return entries(from, to).stream().map(Entry::type).toList();
    }

    List<Entry> entries(String from, String to) {
        var first = instant(from);
        var last = instant(to);
        return house.journalAfter(0).stream()
                .filter(entry -> !entry.at().isBefore(first) && !entry.at().isAfter(last))
                .toList();
    }

    private Instant instant(String time) {
        return LocalTime.parse(time).atDate(day).atZone(ZONE).toInstant();
    }
}
