import { ref, shallowRef } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { problemOf, type Problem } from '@/lib/http'
import { getBooks, getQuarantine, releaseSource, type Books, type Rejected } from './api'

const EVERY_MILLIS = 5_000
const NEWEST = 50

/** The accounts of all sources, asked for every few seconds while they are looked at, and the newest rejected rows. */
export function useBooks() {
  const books = shallowRef<Books | null>(null)
  const rejected = shallowRef<Rejected[]>([])
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function run(act: () => Promise<Books>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const [said, rows] = await Promise.all([act(), getQuarantine(NEWEST)])
      books.value = said
      rejected.value = rows
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }
  void run(getBooks)
  useEvery(EVERY_MILLIS, () => void run(getBooks))
  return { books, rejected, problem, busy, release: (source: string) => run(() => releaseSource(source)) }
}
