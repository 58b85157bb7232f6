/** Answers to questions about entities: a path is followed, a query asked, and what is found shown as the standard's JSON. */
@NullMarked
package io.chengyun.platform.sensing.sensorthings.answer;

import org.jspecify.annotations.NullMarked;
