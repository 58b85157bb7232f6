import type { Figure, Indicator, Line, Report, Sheet } from './api'

/** What a figure says: a share in per cent, hours, kilometres, or a number of rows; null where there is nothing to divide by. */
export function valueOf(indicator: Indicator, figure: Figure | undefined): string | null {
  const value = figure?.value
  if (value === null || value === undefined) return null
  switch (indicator.measure) {
    case 'SHARE':
    case 'RATIO':
      return `${(value * 100).toFixed(2)} %`
    case 'COUNT':
      return String(value)
    default:
      return value.toFixed(2)
  }
}

/** Whether the figure is one number set against another. */
export const divides = (indicator: Indicator) => indicator.measure === 'SHARE' || indicator.measure === 'RATIO'
/** The unit that a figure is measured in; null of shares and counts. */
export const unitOf = (indicator: Indicator): 'hours' | 'kilometres' | null =>
  indicator.measure.endsWith('_HOURS') ? 'hours' : indicator.measure === 'MEAN_KILOMETRES' ? 'kilometres' : null

/** By which sentence its definition is said. */
export const sentenceOf = (indicator: Indicator) =>
  `evaluation.means.${divides(indicator) ? 'share' : unitOf(indicator) ? 'measured' : 'count'}`

/** The number of rows behind a figure: 911 / 972, or the n alone. */
export function behind(indicator: Indicator, figure: Figure | undefined): string {
  if (!figure) return ''
  return divides(indicator) ? `${figure.counted} / ${figure.n}` : `n = ${figure.n}`
}

export const figureOf = (line: Line, code: string): Figure | undefined => line.figures.find((each) => each.indicator === code)

export interface Point {
  label: string
  value: number | null
  n: number
}

/** One indicator of the whole, month by month. */
export function monthsOf(report: Report, code: string): Point[] {
  return report.months.map((sheet) => {
    const figure = sheet.lines[0] ? figureOf(sheet.lines[0], code) : undefined
    return { label: sheet.question.period.from.slice(2, 7), value: figure?.value ?? null, n: figure?.n ?? 0 }
  })
}

export interface Bar {
  code: string
  zh: string
  en: string
  value: number | null
  n: number
}

/** One indicator of every member that has anything to count, in the order of the sheet: those with most to do first. */
export function barsOf(sheet: Sheet, code: string): Bar[] {
  return sheet.lines.flatMap((line) => {
    const figure = figureOf(line, code)
    return figure && figure.n > 0 ? [{ code: line.member.code, zh: line.member.name, en: line.member.nameEn, value: figure.value ?? null, n: figure.n }] : []
  })
}

/** Points of a chart of shares in runs between its gaps: x by place, y from 0 (top, 100 %) to 1. */
export function runsOf(points: readonly Point[]): { x: number; y: number }[][] {
  const runs: { x: number; y: number }[][] = [[]]
  points.forEach((point, i) => {
    if (point.value === null) runs.push([])
    else runs.at(-1)!.push({ x: (i + 0.5) / points.length, y: 1 - Math.min(1, point.value) })
  })
  return runs.filter((run) => run.length > 0)
}
