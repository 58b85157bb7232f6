package io.chengyun.platform.replay;

import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.CaseClass.Closing;
import io.chengyun.platform.scenario.CaseClass.FilingStandard;
import io.chengyun.platform.scenario.CaseClass.Offer;
import io.chengyun.platform.scenario.CasePolicy;
import io.chengyun.platform.scenario.CasePolicy.StageLimits;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.DutyList.Level;
import io.chengyun.platform.scenario.DutyList.Row;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenario.About;
import io.chengyun.platform.scenario.TimeLimit;
import java.time.Duration;
import java.util.List;

/**
 * The classes of a file that no installed scenario knows (临时小类), as a scenario of the replay's own. Nobody set a limit for
 * them, so nothing but what the row itself promises is ever overdue; the town's own centre handles them.
 */
final class MadeClasses {

    private static final String ID = "replay";
    /** The longest that a limit can say. */
    private static final int UNLIMITED_DAYS = 9_999;

    private static final Duration UNLIMITED = Duration.ofDays(UNLIMITED_DAYS);

    private MadeClasses() {}

    /**
     * @param centre organisation of the district's own staff, which takes what no town does
     */
    static Scenario of(List<String> codes, String centre) {
        var classes = codes.stream().map(MadeClasses::caseClass).toList();
        var duty = codes.stream()
                .map(code -> new Row(code, Level.TOWN, null, "T{area}", null, null))
                .toList();
        var about = new About(ID, 1, "重演文件所载", "What the replayed file names", centre, List.of(), "", null);
        return Scenario.filing(about, new CasePolicy(classes, List.of()), new DutyList(duty, centre));
    }

    private static CaseClass caseClass(String code) {
        var standard = new FilingStandard(
                code + "-1",
                "重演文件所载事项",
                "A matter of the replayed file",
                new TimeLimit(UNLIMITED_DAYS, TimeLimit.Unit.URGENT_DAY),
                List.of(new Closing("文件载明已办结", "The file says that it is done", 1)));
        var stages = new StageLimits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);
        return new CaseClass(code, code, code, List.of(standard), stages, new Offer(true, null, List.of()));
    }
}
