/**
 * 受理建议: class, department and urgency proposed to the acceptor, learnt from what people settled. It proposes nothing below a
 * floor, and what a person filed differently is kept and learnt from.
 */
@NamedInterface("advice")
@NullMarked
package io.chengyun.platform.intake.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
