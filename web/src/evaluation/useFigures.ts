import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { useHouse } from '@/lib/house'
import { getFigures, type LatencyFigures } from './api'

/** The figures with the house's time at which they were asked: a number without age is a rumour. */
export function useFigures() {
  const { now } = useHouse()
  const figures = shallowRef<LatencyFigures | null>(null)
  const askedAt = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  /** After a failure the old figures stay, with their age. */
  async function ask(): Promise<void> {
    busy.value = true
    const at = now.value
    try {
      figures.value = await getFigures()
      askedAt.value = at === null ? null : new Date(at).toISOString()
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }
  return { figures, askedAt, problem, busy, ask }
}
