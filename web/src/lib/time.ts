/** How spans and moments are said. Moments are always said in the district's zone, wherever the browser sits. */

export const ZONE = 'Asia/Shanghai'

export interface SpanWords {
  /** Key of the message, such as `span.hm`. */
  key: string
  n: Record<string, number>
}

/** A span in its two largest units: 3 days 4 hours, 2 hours 5 minutes, 45 seconds. */
export function spanWords(millis: number): SpanWords {
  const seconds = Math.floor(Math.abs(millis) / 1000)
  if (seconds < 60) return { key: 'span.s', n: { s: seconds } }
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return { key: 'span.m', n: { m: minutes } }
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return { key: minutes % 60 ? 'span.hm' : 'span.h', n: { h: hours, m: minutes % 60 } }
  const days = Math.floor(hours / 24)
  return { key: hours % 24 ? 'span.dh' : 'span.d', n: { d: days, h: hours % 24 } }
}

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function fields(millis: number): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(millis).map((part) => [part.type, part.value]))
}

/** 2026-06-17 */
export function dayOf(millis: number): string {
  const at = fields(millis)
  return `${at.year}-${at.month}-${at.day}`
}

/** 14:05:09, or 14:05 */
export function clockOf(millis: number, withSeconds = false): string {
  const at = fields(millis)
  return withSeconds ? `${at.hour}:${at.minute}:${at.second}` : `${at.hour}:${at.minute}`
}

/** 06-17 14:05 */
export function momentOf(millis: number): string {
  return `${dayOf(millis).slice(5)} ${clockOf(millis)}`
}

/** 2026-06-17T14:05, as a form's field for a moment takes it: in the district's zone. */
export function localOf(millis: number): string {
  return `${dayOf(millis)}T${clockOf(millis)}`
}

/** The instant of such a field. */
export function inZone(local: string): string {
  return new Date(`${local}${local.length === 16 ? ':00' : ''}+08:00`).toISOString()
}

export function millisOf(instant: string | null | undefined): number | null {
  if (!instant) return null
  const millis = Date.parse(instant)
  return Number.isNaN(millis) ? null : millis
}
