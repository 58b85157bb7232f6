import { computed, ref, shallowRef } from 'vue'
import { firstTick, nextTick, timeOf, type HouseClock } from './clock'

/** The house's time on this screen: told by the stream's clock, read by everything that counts. */
const clock = shallowRef<HouseClock | null>(null)
const beat = ref(0)
let beating: ReturnType<typeof setInterval> | undefined

export function tellTime(at: number, heardAt = performance.now()): void {
  clock.value = clock.value === null ? firstTick(at, heardAt) : nextTick(clock.value, at, heardAt)
  beating ??= setInterval(() => beat.value++, 500)
}

/** A new session, or another house: what the old clock taught no longer holds. */
export function forgetTime(): void {
  clock.value = null
}

/** House time in milliseconds, renewed twice a second; null until the house has told it. */
const now = computed(() => (void beat.value, clock.value === null ? null : timeOf(clock.value, performance.now())))
/** The same to the minute, for what need not be weighed anew at every beat, such as the order of lists. */
const minute = computed(() => (now.value === null ? null : Math.floor(now.value / 60_000) * 60_000))
const rate = computed(() => clock.value?.rate ?? 1)

export function useHouse() {
  return { now, minute, rate, beat }
}
