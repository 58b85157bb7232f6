import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { getDrill, getReport, getSheet, type Drill, type Report, type Sheet } from './api'
import { questionOf, readAsked, writeAsked, type Asked } from './asked'

/** The figures that the address asks for, and the rows behind the one that is open. */
export function useEvaluation(usual: Asked['subject']) {
  const asked = ref<Asked>(readAsked(location.hash, usual))
  const sheet = shallowRef<Sheet | null>(null)
  const report = shallowRef<Report | null>(null)
  const drill = shallowRef<Drill | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let shown = ''
  let turn = 0

  async function look(): Promise<void> {
    const question = questionOf(asked.value, { print: String(asked.value.print) })
    const mine = ++turn
    busy.value = true
    try {
      if (question !== shown) await count(mine)
      if (mine === turn) await open(mine)
      if (mine === turn) problem.value = null
    } catch (thrown) {
      if (mine !== turn) return
      problem.value = problemOf(thrown)
      sheet.value = report.value = drill.value = null
      shown = ''
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  async function count(mine: number): Promise<void> {
    const question = questionOf(asked.value)
    const found = asked.value.print ? await getReport(question) : null
    const counted = found ? found.members : await getSheet(question)
    if (mine !== turn) return
    report.value = found
    sheet.value = counted
    const { from, to } = counted.question.period
    if (asked.value.from !== from || asked.value.to !== to) put({ from, to }, 'replace')
    shown = questionOf(asked.value, { print: String(asked.value.print) })
  }

  async function open(mine: number): Promise<void> {
    const { code, member, print, of } = asked.value
    const found = code === null || print ? null : await getDrill(code, questionOf({ ...asked.value, of: member ?? of }))
    if (mine === turn) drill.value = found
  }

  function put(change: Partial<Asked>, how: 'push' | 'replace'): void {
    asked.value = { ...asked.value, ...change }
    const hash = writeAsked(asked.value)
    if (hash === location.hash) return
    if (how === 'push') history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  }

  /** Asks something else; the back button undoes it. */
  function ask(change: Partial<Asked>): void {
    put(change, 'push')
    void look()
  }

  function heard(): void {
    if (!location.hash.startsWith('#/evaluation')) return
    asked.value = readAsked(location.hash, usual)
    void look()
  }
  onMounted(() => {
    addEventListener('popstate', heard)
    void look()
  })
  onBeforeUnmount(() => removeEventListener('popstate', heard))
  return { asked, sheet, report, drill, problem, busy, ask, look }
}
