import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { Asset } from '@/kit/useAssets'
import { problemOf, type Problem } from '@/lib/http'
import type { CaseCard } from '@/lib/wire'
import { getOpenCases, postCall, postCallers, postPlaces, type Earlier, type Taken, type Whereabouts } from './api'
import { near, type Near } from './model'

/** One call at the hotline's desk: who called before, where it is, what is open near it, and sending it once. */
export function useDesk() {
  const call = reactive({ externalId: crypto.randomUUID(), phone: '', name: '', service: '', description: '', address: '', asset: '' })
  const earlier = shallowRef<readonly Earlier[] | null>(null)
  const place = shallowRef<Whereabouts | null>(null)
  const around = shallowRef<readonly Near[]>([])
  const taken = shallowRef<Taken | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const spot = computed(() => place.value?.spots[0] ?? null)
  /** The part that is meant, once its code is known; a caller who reads it off the part need not know the address. */
  const part = shallowRef<Asset | null>(null)
  const wrongPart = ref(false)
  const at = computed(() => spot.value?.position ?? part.value)
  const ready = computed(() => call.service !== '' && call.description.trim() !== '' && at.value !== null && !wrongPart.value)

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
      const { lon, lat } = at.value!
      taken.value = await postCall({ ...call, name: call.name || null, phone: call.phone || null, asset: call.asset || null, lon, lat })
    })

  // what was said of one code is not said of another
  watch(() => call.asset, () => (problem.value = null))

  /** The next caller: another number, nothing of the last one left on the screen. */
  function next(): void {
    Object.assign(call, { externalId: crypto.randomUUID(), phone: '', name: '', service: '', description: '', address: '', asset: '' })
    earlier.value = place.value = taken.value = problem.value = null
    around.value = []
  }

  return { call, earlier, place, spot, at, part, wrongPart, around, taken, problem, busy, ready, lookUp, locate, send, next }
}
