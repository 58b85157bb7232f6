/** What people make of signals, and what that makes of rules (评判). */
@NamedInterface("verdict")
@NullMarked
package io.chengyun.platform.assessment.verdict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
