/** Tiles (分块): how a tree lies in files, and grows in them (C2SP tlog-tiles). */
@NullMarked
package io.chengyun.proof.tile;

import org.jspecify.annotations.NullMarked;
