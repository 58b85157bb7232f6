import { get, post, remove } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Session = Schemas['access.SessionController.SignedInUser']
export type User = Session['user']
export type Role = User['roles'][number]
type Credentials = Schemas['access.SessionController.Credentials']

export const postSession = (name: string, password: string) => post<Session>('/api/session', { name, password } satisfies Credentials)
export const getSession = () => get<Session>('/api/session')
export const deleteSession = () => remove<null>('/api/session')
