import { get, post, remove } from '@/lib/http'

export type Role = 'COMMANDER' | 'ACCEPTOR' | 'DISPATCHER' | 'HANDLER' | 'INSPECTOR' | 'ADMINISTRATOR'

export interface User {
  id: string
  name: string
  nameEn: string | null
  roles: Role[]
  organisation: string
  organisationName: string
  town: string | null
}

export interface Session {
  user: User
}

export const postSession = (name: string, password: string) => post<Session>('/api/session', { name, password })
export const getSession = () => get<Session>('/api/session')
export const deleteSession = () => remove<null>('/api/session')
