/**
 * Marking the parts of a text (序列标注): a linear-chain conditional random field over characters. In: texts with their parts
 * marked. Out: a {@link Tagger}. Invariant: it knows no address, only the words of a {@link Lexicon} and what it was shown.
 */
@NullMarked
package io.chengyun.platform.address.tagging;

import org.jspecify.annotations.NullMarked;
