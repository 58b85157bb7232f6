package io.chengyun.platform.scenario.kind;

import io.chengyun.rules.group.Composite;
import io.chengyun.rules.group.KOfN;
import io.chengyun.rules.group.Neighbours;
import io.chengyun.rules.group.Sequence;
import java.util.List;
import java.util.Optional;

/** Every kind of rule over several streams (群体规则类型表). A new one is a line here and a reader beside it. */
public final class GroupKinds {

    private static final List<GroupKind> ALL = List.of(
            new GroupKind("kOfN", KOfN.class, false, GroupReaders::kOfN),
            new GroupKind("sequence", Sequence.class, false, GroupReaders::sequence),
            new GroupKind("composite", Composite.class, false, GroupReaders::composite),
            new GroupKind("neighbours", Neighbours.class, true, GroupReaders::neighbours));

    private GroupKinds() {}

    public static List<GroupKind> list() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(GroupKind::name).toList();
    }

    public static Optional<GroupKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
