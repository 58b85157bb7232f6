/** 收件箱: what waits for whom, most urgent first, and many cases at once. In: questions and bulk actions. Out: cards, counts and what became of each. Invariant: nobody sees here what the case's own door would not show, and a bulk action does to each case what the single one does. */
@NullMarked
package io.chengyun.platform.casework.inbox;

import org.jspecify.annotations.NullMarked;
