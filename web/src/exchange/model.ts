import type { Board, Card, Share, Version } from './api'

/** Those that the filters leave, by code. */
export function chosen(board: Board, namespace: string | undefined, text: string | undefined): Card[] {
  const wanted = (text ?? '').trim().toLowerCase()
  return board.sets.filter(({ set }) => {
    if (namespace && !set.code.startsWith(`${namespace}.`)) return false
    return [set.code, set.title.zh, set.title.en, set.owner].some((words) => words.toLowerCase().includes(wanted))
  })
}

/** An ISO 8601 duration of days, hours, minutes and seconds in milliseconds; null where it is none. */
export function durationMillis(text: string): number | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text)
  if (!found || text === 'P' || text.endsWith('T')) return null
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number]
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

/** What a version changed, in the order in which people read it. */
export const changeOf = ({ change }: Version): string => `+${change.added} −${change.removed} ~${change.changed}`

/** A share holds through its last day. */
export const isOver = (share: Share, today: string): boolean => share.until < today

/** Enough of a digest to be compared by eye. */
export const short = (digest: string): string => digest.slice(0, 12)
