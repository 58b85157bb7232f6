/**
 * Tables that people bring and take away (表格文件): comma-separated files, read and written row by row.
 *
 * <p>In: a file of whatever encoding offices use. Out: its rows, and what is wrong with the others. Invariant: memory does not
 * grow with the rows but for a few bytes each, and nothing that is written starts a formula.
 */
@ApplicationModule(
        displayName = "Table 表格文件",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
