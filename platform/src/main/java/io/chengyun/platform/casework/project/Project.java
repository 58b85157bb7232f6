package io.chengyun.platform.casework.project;

import io.chengyun.kernel.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work on the cause of many cases (根治项目).
 *
 * @param town whose it is; null for the whole district
 * @param cases ids of the cases that it is about, in the order in which they were linked
 * @param finish null while the cause is being worked on
 */
public record Project(
        String id,
        Plan plan,
        @Nullable AreaCode town,
        List<String> cases,
        @Nullable Finish finish) {

    public Project {
        cases = List.copyOf(cases);
    }

    /** 项目方案: what causes the cases, and which organisation ends it. */
    public record Plan(String title, String cause, String owner, String by, Instant at) {}

    /** 项目完成. */
    public record Finish(String by, String note, Instant at) {}

    Project linking(List<String> more) {
        return new Project(
                id, plan, town, Stream.concat(cases.stream(), more.stream()).toList(), finish);
    }

    Project unlinking(String file) {
        return new Project(
                id,
                plan,
                town,
                cases.stream().filter(each -> !each.equals(file)).toList(),
                finish);
    }

    Project finished(Finish how) {
        return new Project(id, plan, town, cases, how);
    }
}
