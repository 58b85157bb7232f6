package io.chengyun.platform.sensing.registry;

import java.util.List;

/**
 * A device that somebody wants to put to work (待投运设备).
 *
 * @param properties codes of what it observes; empty if its streams are registered already
 */
record Candidate(Device device, List<String> properties) {

    Candidate {
        properties = List.copyOf(properties);
    }
}
