import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { deleteSession, getSession, postSession, type User } from './api'

/** Who sits at this screen. */
const user = shallowRef<User | null>(null)
const known = ref(false)
const busy = ref(false)
const problem = shallowRef<Problem | null>(null)

async function trying(work: () => Promise<User | null>): Promise<void> {
  busy.value = true
  try {
    user.value = await work()
    problem.value = null
  } catch (thrown) {
    problem.value = problemOf(thrown)
  } finally {
    busy.value = false
    known.value = true
  }
}

/** Finds the session that the browser still carries; having none is no problem. */
function recall(): Promise<void> {
  return trying(() => getSession().then(({ user: found }) => found, (thrown) => (problemOf(thrown).status === 401 ? null : Promise.reject(thrown))))
}

function signIn(name: string, password: string): Promise<void> {
  return trying(async () => (await postSession(name, password)).user)
}

function signOut(): Promise<void> {
  return trying(() => deleteSession().then(() => null))
}

/** The platform no longer knows us: back to the door. */
function expire(): void {
  user.value = null
}

export function useSession() {
  return { user, known, busy, problem, recall, signIn, signOut, expire }
}
