package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.evaluation.indicator.Sheet.Member;
import io.chengyun.platform.place.Places;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What members are called on the last day of a period (评价单元名称); a code that nothing is known of stands for itself. */
@Component
class MemberNames {

    private static final Map<String, Member> POSTS = Map.of(
            "ACCEPTOR", new Member("ACCEPTOR", "受理员", "Acceptor"),
            "DISPATCHER", new Member("DISPATCHER", "派遣员", "Dispatcher"),
            "HANDLER", new Member("HANDLER", "处置人员", "Handler"),
            "INSPECTOR", new Member("INSPECTOR", "核查员", "Inspector"),
            "HOUSE", new Member("HOUSE", "系统自动", "The house itself"));

    private final Places places;
    private final Access access;

    MemberNames(Places places, Access access) {
        this.places = places;
        this.access = access;
    }

    Member get(Subject subject, String code, LocalDate on) {
        var unknown = new Member(code, code, code);
        return switch (subject) {
            case DISTRICT ->
                new Member(code, places.district().name(), places.district().nameEn());
            case TOWN, GRID ->
                places.findArea(new AreaCode(code), on)
                        .map(area -> new Member(code, area.name(), area.nameEn() == null ? code : area.nameEn()))
                        .orElse(unknown);
            case DEPARTMENT ->
                places.findOrganisation(code, on)
                        .map(found -> new Member(code, found.name(), found.nameEn()))
                        .orElse(unknown);
            case POST -> POSTS.getOrDefault(code, unknown);
            case PERSON ->
                access.find(code)
                        .map(person -> new Member(code, person.name(), person.nameEn()))
                        .orElse(unknown);
        };
    }
}
