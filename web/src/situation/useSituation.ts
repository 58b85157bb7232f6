import { computed, ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { forgetTime, tellTime, useHouse } from '@/lib/house'
import { listen } from '@/lib/stream'
import type { CaseCard, Sensor, Warning } from '@/lib/wire'
import { getSnapshot, STREAM, STREAM_KINDS } from './api'
import { apply, fromSnapshot, linkState, type Happening, type Situation } from './model'

/** The one situation of this screen: a snapshot, then one stream applied to it. */
const situation = shallowRef<Situation | null>(null)
const problem = shallowRef<Problem | null>(null)
const open = ref(false)
const heardAt = ref<number | null>(null)
let waiting: Happening[] = []
let fetching = false
let stop: (() => void) | undefined

function hear(kind: string, number: number, data: unknown): void {
  heardAt.value = performance.now()
  if (kind === 'clock') {
    tellTime(Date.parse((data as { at: string }).at))
    return
  }
  const event = { kind, number, data } as Happening
  if (situation.value === null || fetching) waiting.push(event)
  else situation.value = apply(situation.value, event)
}

/** The stream is listened to before the snapshot is asked for, so that nothing falls between the two. */
async function fetchSnapshot(): Promise<void> {
  if (fetching) return
  fetching = true
  try {
    const snapshot = await getSnapshot()
    heardAt.value = performance.now()
    tellTime(Date.parse(snapshot.at))
    situation.value = waiting.reduce(apply, fromSnapshot(snapshot))
    problem.value = null
  } catch (thrown) {
    problem.value = problemOf(thrown)
  } finally {
    waiting = []
    fetching = false
  }
}

function start(): void {
  stop?.()
  stop = listen(STREAM, STREAM_KINDS, {
    onEvent: hear,
    onOpen() {
      open.value = true
      void fetchSnapshot()
    },
    onBreak: () => void (open.value = false),
    onRefused: () => void fetchSnapshot(),
  })
}

function leave(): void {
  stop?.()
  stop = undefined
  situation.value = null
  problem.value = null
  heardAt.value = null
  open.value = false
  waiting = []
  forgetTime()
}

export function useSituation() {
  const { beat } = useHouse()
  const silentMillis = computed(() => (void beat.value, heardAt.value === null ? null : performance.now() - heardAt.value))
  const list = <T>(of: (from: Situation) => Iterable<T>) => computed<T[]>(() => (situation.value ? [...of(situation.value)] : []))
  return {
    situation,
    problem,
    silentMillis,
    link: computed(() => linkState(open.value, silentMillis.value)),
    crowd: computed(() => situation.value?.crowd ?? null),
    district: computed(() => situation.value?.district ?? null),
    sensors: list<Sensor>((from) => from.sensors.values()),
    warnings: list<Warning>((from) => from.warnings.values()),
    cases: list<CaseCard>((from) => from.cases.values()),
    start,
    leave,
    again: fetchSnapshot,
  }
}
