/**
 * Language (语言): what texts mean, as numbers.
 *
 * <p>In: a text. Out: {@link Encoder}. Invariant: nothing is asked outside this process, and nothing is loaded before the first text.
 */
@ApplicationModule(
        displayName = "Language 语言",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
