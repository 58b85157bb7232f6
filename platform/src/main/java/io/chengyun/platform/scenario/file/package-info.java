/** Reading the files of a scenario package (场景文件), so that every problem is told with its file, its line and advice. */
@NullMarked
package io.chengyun.platform.scenario.file;

import org.jspecify.annotations.NullMarked;
