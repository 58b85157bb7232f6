/** 到时办理的搁置: what to do with the one that fails among many that are due. In: steps. Out: how they went. Invariant: one that fails never keeps another from its turn. */
@NullMarked
package io.chengyun.platform.casework.timer;

import org.jspecify.annotations.NullMarked;
