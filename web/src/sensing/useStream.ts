import { shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { getFlags, getRules, getSeries, type Flagging, type RuleCard } from './api'

/** A stream's newest observations with the flags on them and the rules that weigh them. */
export function useStream(stream: Ref<number>) {
  const series = shallowRef<[string, number][]>([])
  const flags = shallowRef<Flagging[]>([])
  const rules = shallowRef<RuleCard[]>([])
  const problem = shallowRef<Problem | null>(null)
  async function ask(): Promise<void> {
    const mine = stream.value
    try {
      const [found, known] = await Promise.all([getSeries(mine), getRules()])
      const first = found[0]?.[0]
      const last = found.at(-1)?.[0]
      const marked = first && last ? (await getFlags(mine, first, new Date(Date.parse(last) + 1).toISOString())).flags : []
      if (mine !== stream.value) return
      series.value = found
      rules.value = known.rules
      flags.value = marked
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    }
  }
  watch(stream, ask, { immediate: true })
  return { series, flags, rules, problem, ask }
}
