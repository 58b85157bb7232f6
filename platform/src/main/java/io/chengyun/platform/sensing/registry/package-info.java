/**
 * The devices of the city (设备): who commissioned what where, whether it still speaks, and where the silent ones are. In:
 * commissioning by table or by QR code, what streams say. Out: {@code DeviceEvent}. Invariant: a device is told offline only
 * while every stream of it is silent, and only if somebody commissioned it; nothing is written for a single observation.
 */
@NamedInterface("registry")
@NullMarked
package io.chengyun.platform.sensing.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
