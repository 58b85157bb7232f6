/** The house: one process, one package a business boundary. */
@NullMarked
package io.chengyun.platform;

import org.jspecify.annotations.NullMarked;
