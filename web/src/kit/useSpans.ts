import { useHouse } from '@/lib/house'
import { clockOf, millisOf, momentOf, dayOf, spanWords } from '@/lib/time'
import { useWords } from '@/lib/words'

/** Spans and moments in words, counted by the house's clock. */
export function useSpans() {
  const { t } = useWords()
  const { now } = useHouse()
  const span = (millis: number): string => {
    const { key, n } = spanWords(millis)
    return t(key, n)
  }
  const ago = (instant: string | null): string => {
    const at = millisOf(instant)
    if (at === null || now.value === null) return ''
    const passed = now.value - at
    return passed < 1_000 ? t('span.now') : t('span.ago', { span: span(passed) })
  }
  /** Time left to a deadline, or by how much it was missed. */
  const left = (deadline: number): string => {
    if (now.value === null) return ''
    const ahead = deadline - now.value
    return t(ahead >= 0 ? 'span.left' : 'span.over', { span: span(ahead) })
  }
  const moment = (instant: string | null): string => {
    const at = millisOf(instant)
    if (at === null) return ''
    return now.value !== null && dayOf(at) === dayOf(now.value) ? clockOf(at, true) : momentOf(at)
  }
  return { now, span, ago, left, moment }
}
