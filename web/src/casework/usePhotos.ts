import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { postPhoto } from './api'

const LARGEST_BYTES = 10 * 1024 * 1024
const POSITION_WAIT_MILLIS = 2_500
const KINDS = ['image/jpeg', 'image/png']

export interface Taken {
  id: string
  name: string
  /** Whether the device said where it is; else the case's own place was sent, and the form says so. */
  positioned: boolean
}

function position(): Promise<{ lon: number; lat: number } | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(null), POSITION_WAIT_MILLIS)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => (clearTimeout(patience), resolve({ lon: coords.longitude, lat: coords.latitude })),
      () => (clearTimeout(patience), resolve(null)),
      { timeout: POSITION_WAIT_MILLIS, maximumAge: 60_000 },
    )
  })
}

/** What the platform would refuse anyway is said at once. */
export function whyNot(file: { type: string; size: number }): string | null {
  if (!KINDS.includes(file.type)) return 'photo.wrongKind'
  return file.size > LARGEST_BYTES ? 'photo.tooLarge' : null
}

/** Photos of one form, uploaded as soon as they are chosen. */
export function usePhotos(caseId: () => string, place: () => { lon: number; lat: number }) {
  const taken = ref<Taken[]>([])
  const wrong = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function add(files: Iterable<File>): Promise<void> {
    busy.value = true
    wrong.value = null
    problem.value = null
    try {
      const here = await position()
      for (const file of files) {
        wrong.value ??= whyNot(file)
        if (whyNot(file)) continue
        const at = here ?? place()
        const { id } = await postPhoto(caseId(), file, at.lon, at.lat)
        taken.value.push({ id, name: file.name, positioned: here !== null })
      }
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  return { taken, wrong, problem, busy, add }
}
