/** 成组提交: steps that come together share a transaction. In: steps, each with the id of what it locks. Out: what each made, once it is committed. Invariant: a group is kept whole or not at all, and a refusal is its own step's alone. */
@NullMarked
package io.chengyun.platform.casework.together;

import org.jspecify.annotations.NullMarked;
