import { computed, ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import type { InForce, TrialResult } from '@/lib/wire'
import { cancelTrial, getInForce, postRevision, postTrial, type TrialAsked } from './api'
import { entryOf, idOf, problemAt, withEntry } from './model'

/** A draft of one rule: its text, what it would have said, and its way into force. */
export function useTrial(scenario: string, id: string) {
  const text = ref('')
  const inForce = shallowRef<InForce | null>(null)
  const result = shallowRef<TrialResult | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const activated = ref<number | null>(null)
  const lines = computed(() => (problem.value?.code === 'scenario:rules-wrong' ? (problem.value.allowed ?? []).map(problemAt) : []))

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

  const read = () =>
    doing(async () => {
      inForce.value = await getInForce(scenario)
      text.value = entryOf(inForce.value.rules, id)
    })
  const run = (asked: Omit<TrialAsked, 'scenario' | 'rule'>) =>
    doing(async () => {
      activated.value = null
      result.value = await postTrial({ ...asked, scenario, rule: text.value })
    })
  const activate = () =>
    doing(async () => {
      const now = inForce.value ?? (await getInForce(scenario))
      const answer = await postRevision(scenario, now.version + 1, withEntry(now.rules, idOf(text.value), text.value))
      activated.value = answer.version
      inForce.value = await getInForce(scenario)
    })
  return { text, result, problem, lines, busy, activated, read, run, activate, cancel: () => void cancelTrial() }
}
