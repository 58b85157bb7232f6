import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'

/** One thing done at a time, and why it was refused. */
export function useDeed() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  /** Whether it was done. */
  async function deed(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    try {
      await work()
      problem.value = null
      return true
    } catch (thrown) {
      problem.value = problemOf(thrown)
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, deed }
}
