/** 服务规程: what the district promises to whoever asked, and how much effort on a case it takes for possible. In: the district's file. Out: the terms of a day. Invariant: no number of it stands in code. */
@NullMarked
package io.chengyun.platform.casework.service;

import org.jspecify.annotations.NullMarked;
