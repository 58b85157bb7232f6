import { computed, ref, shallowRef, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { postBulk, type InboxItem, type Outcome } from './api'

/** Several cases chosen at once: what would happen to each, and then what did. */
export function useBulk(items: Ref<readonly InboxItem[]>) {
  const chosen = ref<ReadonlySet<string>>(new Set())
  const outcomes = shallowRef<readonly Outcome[] | null>(null)
  const done = ref(false)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const possible = computed(() => outcomes.value?.filter((each) => each.result === 'POSSIBLE').length ?? 0)

  function toggle(id: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }

  function toggleAll(): void {
    chosen.value = chosen.value.size === items.value.length ? new Set() : new Set(items.value.map((item) => item.card.id))
  }

  /** Only those that would go are sent, each with the version that the preview was about. */
  async function send(action: string, given: Record<string, string>, preview: boolean): Promise<void> {
    const ids = preview ? [...chosen.value] : (outcomes.value ?? []).filter((each) => each.result === 'POSSIBLE').map((each) => each.id)
    const versions = Object.fromEntries(items.value.filter((item) => ids.includes(item.card.id)).map((item) => [item.card.id, item.card.version]))
    busy.value = true
    try {
      outcomes.value = (await postBulk({ action, ids, versions, given, preview })).outcomes
      done.value = !preview
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  function clear(): void {
    outcomes.value = null
    done.value = false
    problem.value = null
  }

  return { chosen, outcomes, done, busy, problem, possible, toggle, toggleAll, send, clear }
}
