/** Open311: GeoReport v2 for apps and forms of others, in XML and JSON. */
@NullMarked
package io.chengyun.platform.intake.open311;

import org.jspecify.annotations.NullMarked;
