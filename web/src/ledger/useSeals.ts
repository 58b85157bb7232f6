import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { problemOf, type Problem } from '@/lib/http'
import { getSeals, type Seal } from './api'
import { isProven, lastOf, sealWord } from './standing'

const PAUSE_MILLIS = 4_000
/** What was just done gets its number a moment later than its answer. */
const LOOKS_AFTER_CHANGE = 2

/** The records of one thing, asked again when it changed and while some are on their way. */
export function useSeals(subject: Ref<string>, version: Ref<string | number>) {
  const seals = shallowRef<readonly Seal[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const looks = ref(0)
  const word = computed(() => seals.value && sealWord(seals.value))
  const last = computed(() => lastOf(seals.value ?? []))

  async function ask(): Promise<void> {
    const asked = subject.value
    try {
      const { seals: found } = await getSeals(asked)
      if (asked !== subject.value) return
      seals.value = found
      problem.value = null
    } catch (thrown) {
      if (asked === subject.value) problem.value = problemOf(thrown)
    }
  }

  watch(
    [subject, version],
    ([now], [before]) => {
      if (now !== before) seals.value = null
      looks.value = LOOKS_AFTER_CHANGE
      void ask()
    },
    { immediate: true },
  )
  useEvery(PAUSE_MILLIS, () => {
    if (looks.value-- > 0 || !seals.value?.every(isProven)) void ask()
  })
  return { seals, word, last, problem }
}
