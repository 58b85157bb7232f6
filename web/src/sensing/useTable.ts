import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { commissionTable, type Outcome } from './api'

/** A table of devices on its way in. */
export function useTable(done: () => void) {
  const outcome = shallowRef<Outcome | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function send(file: File, partial: boolean): Promise<void> {
    busy.value = true
    try {
      outcome.value = await commissionTable(file, partial)
      problem.value = null
      if (outcome.value.commissioned > 0) done()
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }
  return { outcome, problem, busy, send }
}
