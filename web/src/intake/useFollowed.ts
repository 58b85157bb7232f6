import { ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { postFollow, type Followed } from './api'

/** One request, as its citizen sees it. */
export function useFollowed() {
  const followed = ref<Followed | null>(null)
  const problem = ref<Problem | null>(null)
  const busy = ref(false)

  async function look(id: string, lastDigits: string): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = null
    try {
      followed.value = await postFollow(id, lastDigits)
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  function leave(): void {
    followed.value = null
  }

  return { followed, problem, busy, look, leave }
}
