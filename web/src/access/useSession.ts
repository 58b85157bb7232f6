import { ref, shallowRef, watch } from 'vue'
import { forgetPeople } from '@/kit/usePeople'
import { problemOf, type Problem } from '@/lib/http'
import { deleteSession, getSession, postSession, type User } from './api'

/** Who sits at this screen. */
const user = shallowRef<User | null>(null)
const known = ref(false)
/** Whether somebody sat here whose session is over. */
const ended = ref(false)
const busy = ref(false)
const problem = shallowRef<Problem | null>(null)

watch(() => user.value?.id, forgetPeople, { flush: 'sync' })

/** Kept on the device while signed in, so that a phone without a network still knows whose it is. */
const KEPT = 'chengyun.user'

function keep(found: User | null): void {
  if (found) globalThis.localStorage?.setItem(KEPT, JSON.stringify(found))
  else globalThis.localStorage?.removeItem(KEPT)
}

function remembered(): User | null {
  const kept = globalThis.localStorage?.getItem(KEPT)
  return kept ? (JSON.parse(kept) as User) : null
}

async function trying(work: () => Promise<User | null>): Promise<void> {
  busy.value = true
  try {
    user.value = await work()
    keep(user.value)
    problem.value = null
  } catch (thrown) {
    problem.value = problemOf(thrown)
  } finally {
    busy.value = false
    known.value = true
  }
}

/**
 * Finds the session that the browser still carries; having none is no problem. Without a network there is none to be found:
 * a phone then goes on as whoever was signed in last.
 */
function recall(offline = false): Promise<void> {
  return trying(() =>
    getSession().then(
      ({ user: found }) => found,
      (thrown) => {
        const { status } = problemOf(thrown)
        if (status === 401) {
          ended.value = remembered() !== null
          return null
        }
        const kept = offline && (status === 0 || status >= 500) ? remembered() : null
        return kept ?? Promise.reject(thrown)
      },
    ),
  )
}

function signIn(name: string, password: string): Promise<void> {
  return trying(async () => {
    const { user: found } = await postSession(name, password)
    ended.value = false
    return found
  })
}

function signOut(): Promise<void> {
  return trying(() => deleteSession().then(() => null))
}

/** The platform no longer knows us: back to the door. */
function expire(): void {
  ended.value = user.value !== null
  user.value = null
  keep(null)
}

export function useSession() {
  return { user, known, ended, busy, problem, recall, signIn, signOut, expire }
}
