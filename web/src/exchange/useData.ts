import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { tellTime } from '@/lib/house'
import { problemOf, type Problem } from '@/lib/http'
import { readData, traceQuery, writeData, type DataView, type Filter } from './address'
import { getBoard, getSheet, getTraces, type Board, type Sheet, type Trace } from './api'

const NOTHING: DataView = { code: null, filters: {} }

/** The catalogue and the data set that the address names, with what happened to it. */
export function useData() {
  const view = ref<DataView>(readData(location.hash) ?? NOTHING)
  const board = shallowRef<Board | null>(null)
  const sheet = shallowRef<Sheet | null>(null)
  const traces = shallowRef<readonly Trace[]>([])
  const next = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let turn = 0

  async function trying(work: (mine: () => boolean) => Promise<void>): Promise<void> {
    const at = ++turn
    const mine = () => at === turn
    try {
      await work(mine)
      if (mine()) problem.value = null
    } catch (thrown) {
      if (mine()) problem.value = problemOf(thrown)
    }
  }

  /** Asks for all that is shown anew. */
  const look = () =>
    trying(async (mine) => {
      const code = view.value.code
      if (code !== sheet.value?.card.set.code) {
        sheet.value = null
        traces.value = []
      }
      const [all, one, found] = await Promise.all([
        getBoard(),
        code === null ? null : getSheet(code),
        code === null ? null : getTraces(code, traceQuery(view.value, null)),
      ])
      if (!mine()) return
      tellTime(Date.parse(all.now))
      board.value = all
      sheet.value = one
      traces.value = found?.traces ?? []
      next.value = found?.next ?? null
    })

  /** What happened before that. */
  const more = () =>
    trying(async (mine) => {
      const { code } = view.value
      if (code === null || next.value === null) return
      const found = await getTraces(code, traceQuery(view.value, next.value))
      if (!mine()) return
      traces.value = [...traces.value, ...found.traces]
      next.value = found.next ?? null
    })

  function put(filter: Filter, value: string): void {
    const { [filter]: _, ...filters } = view.value.filters
    view.value = { ...view.value, filters: value ? { ...filters, [filter]: value } : filters }
    history.replaceState(null, '', writeData(view.value))
    if (view.value.code !== null) void look()
  }

  function heard(): void {
    const asked = readData(location.hash)
    if (!asked) return
    view.value = asked
    void look()
  }
  onMounted(() => {
    addEventListener('popstate', heard)
    void look()
  })
  onBeforeUnmount(() => removeEventListener('popstate', heard))
  return { view, board, sheet, traces, next, problem, look, more, put }
}
