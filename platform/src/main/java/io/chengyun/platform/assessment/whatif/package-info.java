/** Rules tried on what is stored, before anybody activates them (试算). */
@NullMarked
package io.chengyun.platform.assessment.whatif;

import org.jspecify.annotations.NullMarked;
