/** What the entities of SensorThings are, as data: tables of types, fields and links, and how entities are named. */
@NullMarked
package io.chengyun.platform.sensing.sensorthings.model;

import org.jspecify.annotations.NullMarked;
