import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { getRecords, getRules, restoreRule } from './api'
import { rowsOf, type RuleRow } from './model'

/** All rules with their records. */
export function useRules() {
  const rows = shallowRef<RuleRow[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function doing(what: () => Promise<void>): Promise<void> {
    busy.value = true
    try {
      await what()
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  async function read(): Promise<void> {
    const [{ rules }, { records }] = await Promise.all([getRules(), getRecords()])
    rows.value = rowsOf(rules, records)
  }

  const ask = () => doing(read)
  const restore = (scenario: string, id: string, version: number) =>
    doing(async () => {
      await restoreRule(scenario, id, version)
      await read()
    })
  return { rows, problem, busy, ask, restore }
}
