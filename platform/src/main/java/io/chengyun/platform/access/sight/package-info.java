/** Sight (可见范围): who may see a thing, asked by those who keep only its record; and who may know the name behind a staff id. */
@NamedInterface("sight")
@NullMarked
package io.chengyun.platform.access.sight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
