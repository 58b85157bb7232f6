import { computed, onMounted, shallowRef } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { tellTime } from '@/lib/house'
import { problemOf, type Problem } from '@/lib/http'
import { getStatus, type Status } from './api'
import { standing } from './standing'

const PAUSE_MILLIS = 5_000

/** How the ledger stands, asked now and then. After a failure the old figures stay, with their age, and count as unknown. */
export function useStatus() {
  const status = shallowRef<Status | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const stands = computed(() => status.value && standing(status.value, problem.value !== null))

  async function ask(): Promise<void> {
    try {
      status.value = await getStatus()
      tellTime(Date.parse(status.value.now))
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    }
  }
  onMounted(ask)
  useEvery(PAUSE_MILLIS, () => void ask())
  return { status, stands, problem }
}
