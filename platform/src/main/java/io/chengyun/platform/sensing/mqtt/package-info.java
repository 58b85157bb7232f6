/**
 * The MQTT door (MQTT 5 and 3.1.1) of sensing: devices publish observations and are acknowledged after the commit; whoever
 * subscribes hears what was committed. All state of the door lives on one thread, so it needs no locks.
 */
@NullMarked
package io.chengyun.platform.sensing.mqtt;

import org.jspecify.annotations.NullMarked;
