import { shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { getCaseAdvice, type CaseAdvice } from './api'

/** What is advised for a case while it waits for the acceptor; asked anew whenever the case moved. */
export function useAdvice(id: Ref<string>, version: Ref<number>) {
  const advice = shallowRef<CaseAdvice | null>(null)
  const problem = shallowRef<Problem | null>(null)

  async function ask(): Promise<void> {
    const asked = id.value
    try {
      const said = await getCaseAdvice(asked)
      if (asked === id.value) advice.value = said
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    }
  }

  watch([id, version], () => void ask(), { immediate: true })
  return { advice, problem }
}
