/** 网格吹哨: a grid calls departments to a place, and writes down who came. */
@NullMarked
package io.chengyun.platform.casework.whistle;

import org.jspecify.annotations.NullMarked;
