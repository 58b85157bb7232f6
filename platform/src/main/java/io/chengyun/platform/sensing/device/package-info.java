/**
 * Who may send (设备凭证): credentials of single devices, the house-wide device key, and what either may write. Asked by
 * every door of sensing.
 */
@NullMarked
package io.chengyun.platform.sensing.device;

import org.jspecify.annotations.NullMarked;
