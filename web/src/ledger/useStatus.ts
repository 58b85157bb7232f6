import { computed, onMounted, ref, shallowRef } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { tellTime, useHouse } from '@/lib/house'
import { problemOf, type Problem } from '@/lib/http'
import { getNow, getStatus, type Status } from './api'
import { standing } from './standing'

const PAUSE_MILLIS = 5_000

/** How the ledger stands, asked now and then. After a failure the old figures stay, with their age, and count as unknown. */
export function useStatus() {
  const { now } = useHouse()
  const status = shallowRef<Status | null>(null)
  /** The house's time when it was asked: what it said is weighed against that, for the clock goes on meanwhile. */
  const askedAt = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const stands = computed(() => status.value && standing(status.value, askedAt.value, problem.value !== null))

  async function ask(): Promise<void> {
    try {
      const [at, found] = await Promise.all([getNow(), getStatus()])
      tellTime(Date.parse(at))
      askedAt.value = now.value
      status.value = found
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    }
  }
  onMounted(ask)
  useEvery(PAUSE_MILLIS, () => void ask())
  return { status, stands, askedAt, problem }
}
