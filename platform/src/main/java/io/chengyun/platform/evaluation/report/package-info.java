/** 月报: the indicators as something to hand on: a page of the console, a workbook, a printed report with charts. In: indicators. Out: JSON, XLSX, PDF. Invariant: all three show the same figures, each with its number of rows and its definition. */
@NullMarked
package io.chengyun.platform.evaluation.report;

import org.jspecify.annotations.NullMarked;
