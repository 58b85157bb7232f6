import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Contrast by WCAG 2.2: text at least 4.5 (AA), marks and edges that carry meaning at least 3. */
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const colours = (selector: string) => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!]))
}
const day = colours(':root')
const night = { ...day, ...colours(':root.night') }

function light(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
function contrast(a: string, b: string): number {
  const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y)
  return (bright! + 0.05) / (dark! + 0.05)
}

const TEXT: [string, string][] = [
  ...['ink', 'muted', 'faint', 'accent', 'ok', 'unknown', 'overdue', 'red'].map((ink): [string, string] => [ink, 'surface']),
  ...['ink', 'muted', 'unknown'].map((ink): [string, string] => [ink, 'sunken']),
  ...['ink', 'muted', 'accent', 'ok'].map((ink): [string, string] => [ink, 'hover']),
  ...['blue-wash', 'yellow-wash', 'orange-wash', 'red-wash', 'accent-wash', 'overdue-wash'].map((ground): [string, string] => ['ink', ground]),
  ['accent', 'accent-wash'],
  ['overdue', 'overdue-wash'],
  ['accent-ink', 'accent'],
  ['map-name', 'map-land'],
]
const MARKS: [string, string][] = [
  ['blue', 'surface'],
  ['red', 'surface'],
  ['accent', 'map-land'],
  ['overdue', 'map-land'],
  ['ok', 'map-land'],
  ['unknown', 'map-land'],
]

describe.each([
  ['day', day],
  ['night', night],
])('by %s', (_, theme) => {
  it.each(TEXT)('%s is read on %s', (ink, ground) => {
    expect(contrast(theme[ink]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(MARKS)('%s is seen on %s', (mark, ground) => {
    expect(contrast(theme[mark]!, theme[ground]!)).toBeGreaterThanOrEqual(3)
  })
})
