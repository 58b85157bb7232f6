import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { door } from './api'
import { openDrawer, type PhoneDrawer } from './drawer'
import { byAge, sendAll, type Entry, type Outcome } from './queue'

const AGAIN_MILLIS = 30_000

let opened: Promise<PhoneDrawer> | undefined

export function phoneDrawer(): Promise<PhoneDrawer> {
  opened ??= openDrawer()
  opened.catch(() => (opened = undefined))
  return opened
}

/** Two pages of one phone must not send the same at once. */
async function alone(work: () => Promise<Outcome>): Promise<Outcome> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('chengyun.phone', { ifAvailable: true }, (lock) => (lock ? work() : 'later' as const))
}

/** What waits on this device, sent whenever there is a way. */
export function useQueue(by: string, onSignIn: () => void) {
  const entries = shallowRef<Entry[]>([])
  const busy = ref(false)
  const outcome = ref<Outcome>('sent')
  /** How many were sent since the page was opened. */
  const sent = ref(0)
  /** Nothing can be kept here: private browsing, or no room left. */
  const broken = ref(false)
  const own = computed(() => entries.value.filter((entry) => entry.by === by))
  const others = computed(() => entries.value.length - own.value.length)

  async function look(): Promise<void> {
    entries.value = byAge(await (await phoneDrawer()).all())
  }

  async function send(): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const drawer = await phoneDrawer()
      await look()
      const before = own.value.length
      if (before === 0) return
      outcome.value = await alone(() => sendAll(by, door, drawer))
      await look()
      sent.value += Math.max(0, before - own.value.length)
      if (outcome.value === 'sign-in') onSignIn()
    } catch {
      broken.value = true
    } finally {
      busy.value = false
    }
  }

  /** True once it lies on the device's disk; sending begins by itself. */
  async function add(entry: Entry): Promise<boolean> {
    try {
      const drawer = await phoneDrawer()
      await drawer.put(entry)
      void navigator.storage?.persist?.()
      await look()
    } catch {
      broken.value = true
      return false
    }
    void send()
    return true
  }

  async function tryAgain(entry: Entry): Promise<void> {
    await (await phoneDrawer()).put({ ...entry, refused: null })
    await send()
  }

  async function discard(entry: Entry): Promise<void> {
    await (await phoneDrawer()).remove(entry.clientId)
    await look()
  }

  const wake = () => void send()
  const seen = () => void (document.visibilityState === 'visible' && send())
  let again: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    wake()
    again = setInterval(wake, AGAIN_MILLIS)
    addEventListener('online', wake)
    document.addEventListener('visibilitychange', seen)
  })
  onBeforeUnmount(() => {
    clearInterval(again)
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', seen)
  })
  return { own, others, busy, outcome, sent, broken, add, send, tryAgain, discard }
}
