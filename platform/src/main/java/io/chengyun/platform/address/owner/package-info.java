/** 权属养护: whose the roads and parts of the city are, and who keeps them up, by day. In: a district package. Out: {@code Site}, {@code Holdings}. Invariant: of one thing one row holds on a day. */
@NamedInterface("owner")
@NullMarked
package io.chengyun.platform.address.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
