import type { Ref } from 'vue'
import { useSpans } from '@/kit/useSpans'
import { useWords } from '@/lib/words'
import type { Board } from './api'
import { durationMillis } from './model'

/** Purposes, namespaces and times of renewal in the reader's language. */
export function useTerms(board: Ref<Board | null>) {
  const { t, either } = useWords()
  const { span } = useSpans()
  const named = (list: Board['purposes'] | undefined, code: string) => {
    const found = list?.find((each) => each.code === code)
    return found ? either(found.zh, found.en) : code
  }
  const purposeName = (code: string) => named(board.value?.purposes, code)
  const namespaceName = (code: string) => named(board.value?.namespaces, code.split('.')[0]!)
  const everyWords = (every: string) => {
    const millis = durationMillis(every)
    return millis === null ? every : t('exchange.everySpan', { span: span(millis) })
  }
  return { purposeName, namespaceName, everyWords }
}
