/** 根治项目: many cases of one cause, and the work that ends it. */
@NullMarked
package io.chengyun.platform.casework.project;

import org.jspecify.annotations.NullMarked;
