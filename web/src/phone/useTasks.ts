import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { problemOf } from '@/lib/http'
import type { CaseCard } from '@/lib/wire'
import { getOpenCases } from './api'
import { deviceNow } from './device'
import { phoneDrawer } from './useQueue'

const AGAIN_MILLIS = 60_000

interface Kept {
  at: number
  cards: CaseCard[]
}

/** Open cases as the platform last told them; without a network those of the last time, with their age. */
export function useTasks(by: string, onSignIn: () => void) {
  const cards = shallowRef<readonly CaseCard[]>([])
  const at = ref<number | null>(null)
  const ageMillis = ref(0)
  const reachable = ref(true)
  const key = `tasks ${by}`
  const count = () => void (ageMillis.value = at.value === null ? 0 : Math.max(0, deviceNow() - at.value))

  function show(kept: Kept): void {
    cards.value = kept.cards
    at.value = kept.at
    count()
  }

  async function load(): Promise<void> {
    try {
      const kept = { at: deviceNow(), cards: (await getOpenCases()).cases }
      reachable.value = true
      show(kept)
      await (await phoneDrawer()).keep(key, kept)
    } catch (thrown) {
      const { status } = problemOf(thrown)
      reachable.value = status !== 0
      if (status === 401) onSignIn()
      else if (at.value === null) await recallLast()
    }
  }

  async function recallLast(): Promise<void> {
    const kept = await phoneDrawer().then((drawer) => drawer.recall<Kept>(key)).catch(() => undefined)
    if (kept) show(kept)
  }

  /** Whoever signs out leaves nothing of the cases on the device; what waits to be sent stays. */
  async function forget(): Promise<void> {
    await phoneDrawer().then((drawer) => drawer.forget()).catch(() => undefined)
  }

  const again = () => void load()
  let loading: ReturnType<typeof setInterval> | undefined
  let counting: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    again()
    loading = setInterval(again, AGAIN_MILLIS)
    counting = setInterval(count, 5_000)
    addEventListener('online', again)
  })
  onBeforeUnmount(() => {
    clearInterval(loading)
    clearInterval(counting)
    removeEventListener('online', again)
  })
  return { cards, at, ageMillis, reachable, load, forget }
}
