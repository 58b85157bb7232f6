import { computed, reactive, ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import type { CaseCard } from '@/lib/wire'
import { getOpenCases, postCall, postCallers, postPlaces, type Earlier, type Taken, type Whereabouts } from './api'
import { near, type Near } from './model'

/** One call at the hotline's desk: who called before, where it is, what is open near it, and sending it once. */
export function useDesk() {
  const call = reactive({ externalId: crypto.randomUUID(), phone: '', name: '', service: '', description: '', address: '' })
  const earlier = shallowRef<readonly Earlier[] | null>(null)
  const place = shallowRef<Whereabouts | null>(null)
  const around = shallowRef<readonly Near[]>([])
  const taken = shallowRef<Taken | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const spot = computed(() => place.value?.spots[0] ?? null)
  const ready = computed(() => call.service !== '' && call.description.trim() !== '' && spot.value !== null)

  async function trying(doing: () => Promise<void>): Promise<void> {
    problem.value = null
    busy.value = true
    try {
      await doing()
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  const lookUp = () =>
    trying(async () => {
      earlier.value = await postCallers(call.phone)
    })

  const locate = () =>
    trying(async () => {
      place.value = await postPlaces(call.address)
      const found = place.value.spots[0]
      const cases: readonly CaseCard[] = found ? (await getOpenCases(found.placement.town)).cases : []
      around.value = found ? near(found.position, cases) : []
    })

  const send = () =>
    trying(async () => {
      const { position } = spot.value!
      taken.value = await postCall({ ...call, name: call.name || null, phone: call.phone || null, lon: position.lon, lat: position.lat })
    })

  /** The next caller: another number, nothing of the last one left on the screen. */
  function next(): void {
    Object.assign(call, { externalId: crypto.randomUUID(), phone: '', name: '', service: '', description: '', address: '' })
    earlier.value = place.value = taken.value = problem.value = null
    around.value = []
  }

  return { call, earlier, place, spot, around, taken, problem, busy, ready, lookUp, locate, send, next }
}
