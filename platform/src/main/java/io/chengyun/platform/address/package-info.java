/**
 * Address (地址解析): what a text says of where, part by part, and where in the district that is.
 *
 * <p>In: free text. Out: {@link Addresses}: a {@link ParsedAddress}, and its {@link Whereabouts}. Invariant: an address that names
 * another city or district is never placed; two numbers of one road are two places.
 */
@ApplicationModule(
        displayName = "Address 地址解析",
        allowedDependencies = {"place", "content", "table"})
@NullMarked
package io.chengyun.platform.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
