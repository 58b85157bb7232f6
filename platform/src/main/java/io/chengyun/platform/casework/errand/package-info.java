/** 就近派核查: who goes to look at a case. In: shifts, where inspectors were last seen. Out: {@code Errand}. Invariant: of a person's place only the distance leaves. */
@NullMarked
package io.chengyun.platform.casework.errand;

import org.jspecify.annotations.NullMarked;
