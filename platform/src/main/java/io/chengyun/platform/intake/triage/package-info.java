/**
 * Triage (分类建议): which class a text is of, how sure that is, and what came before that was like it. In: texts whose class a
 * person has settled. Out: {@code Triage}. Invariant: what it learnt is what it was given, the same every time.
 */
@NamedInterface("triage")
@NullMarked
package io.chengyun.platform.intake.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
