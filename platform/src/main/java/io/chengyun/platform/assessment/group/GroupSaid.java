package io.chengyun.platform.assessment.group;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.group.GroupFinding;
import java.util.List;

/**
 * What a rule found of a group (群体判定).
 *
 * @param place code of the town or grid, of the thing, or the number of the stream in the middle
 * @param streams the streams that decided, newest last; another member where none did
 */
public record GroupSaid(AppliedGroup rule, String place, List<Datastream> streams, GroupFinding finding) {

    public GroupSaid {
        streams = List.copyOf(streams);
    }
}
