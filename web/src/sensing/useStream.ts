import { ref, shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { useHouse } from '@/lib/house'
import { getFlags, getSeries, getStream, getStreamRules, type Flagging, type Series, type RuleCard, type StreamView } from './api'
import { SPANS, type Span } from './model'

const POINTS = 800

/** A stream's last day, week, month or year, with the flags on it and the rules that weigh it. */
export function useStream(stream: Ref<number>, span: Ref<Span>) {
  const { now } = useHouse()
  const view = shallowRef<StreamView | null>(null)
  const series = shallowRef<Series | null>(null)
  const flags = shallowRef<Flagging[]>([])
  const rules = shallowRef<RuleCard[]>([])
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let asked = 0

  async function ask(): Promise<void> {
    if (now.value === null) return
    const mine = ++asked
    const [id, until] = [stream.value, now.value]
    const [from, to] = [new Date(until - SPANS[span.value]).toISOString(), new Date(until + 1).toISOString()]
    busy.value = true
    try {
      // What it says now needs no history.
      const [seen, known] = await Promise.all([getStream(id), getStreamRules(id)])
      if (mine !== asked) return
      view.value = seen
      rules.value = known.rules
      const [found, marked] = await Promise.all([getSeries(id, from, to, POINTS), getFlags(id, from, to)])
      if (mine !== asked) return
      flags.value = marked.flags
      series.value = found
      problem.value = null
    } catch (thrown) {
      if (mine === asked) problem.value = problemOf(thrown)
    } finally {
      if (mine === asked) busy.value = false
    }
  }
  watch([stream, span, () => now.value === null], ([, , early]) => void (!early && ask()), { immediate: true })
  watch(stream, () => (view.value = series.value = null))
  return { view, series, flags, rules, problem, busy, again: () => void (!busy.value && ask()) }
}
