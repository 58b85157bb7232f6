/** The auditor's command (命令): {@code java -jar proof.jar}. */
@NullMarked
package io.chengyun.proof.command;

import org.jspecify.annotations.NullMarked;
