import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { tellTime } from '@/lib/house'
import { problemOf, type Problem } from '@/lib/http'
import { getInboxPage, getTallies, unwatchCase, watchCase, type InboxItem, type Tallies } from './api'
import { pagePath, readInbox, writeInbox, type InboxView } from './inbox'

/** The inbox of whoever sits here: the folder that the address names, page by page, and how full each folder is. */
export function useInbox() {
  const view = ref<InboxView>(readInbox(location.hash))
  const items = shallowRef<readonly InboxItem[]>([])
  const tallies = shallowRef<Tallies['folders']>([])
  const next = ref<string | null>(null)
  const looked = ref(0)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let asked = 0

  async function load(more = false): Promise<void> {
    const mine = ++asked
    busy.value = true
    try {
      const page = await getInboxPage(pagePath(view.value, more ? next.value : null))
      if (mine !== asked) return
      items.value = more ? [...items.value, ...page.items] : page.items
      looked.value = more ? looked.value + page.looked : page.looked
      next.value = page.next ?? null
      problem.value = null
    } catch (thrown) {
      if (mine === asked) problem.value = problemOf(thrown)
    } finally {
      if (mine === asked) busy.value = false
    }
  }

  async function count(): Promise<void> {
    try {
      const answer = await getTallies()
      tallies.value = answer.folders
      tellTime(Date.parse(answer.now))
    } catch (thrown) {
      problem.value ??= problemOf(thrown)
    }
  }

  /** Another folder or filter is a step that the back button undoes; opening a case is none. */
  function go(change: Partial<InboxView>): void {
    const to = { ...view.value, ...change }
    const lists = 'folder' in change || 'filters' in change
    if (lists) history.pushState(null, '', writeInbox(to))
    else history.replaceState(null, '', writeInbox(to))
    view.value = to
    if (lists) void load()
  }

  async function watch(item: InboxItem): Promise<void> {
    try {
      await (item.watched ? unwatchCase(item.card.id) : watchCase(item.card.id))
      items.value = items.value.map((each) => (each.card.id === item.card.id ? { ...each, watched: !item.watched } : each))
      void count()
    } catch (thrown) {
      problem.value = problemOf(thrown)
    }
  }

  function reread(): void {
    view.value = readInbox(location.hash)
    void load()
  }
  onMounted(() => {
    window.addEventListener('popstate', reread)
    void load()
    void count()
  })
  onBeforeUnmount(() => window.removeEventListener('popstate', reread))
  useEvery(10_000, () => void count())

  const cards = computed(() => items.value.map((item) => item.card))
  return { view, items, cards, tallies, next, looked, busy, problem, load, count, go, watch }
}
