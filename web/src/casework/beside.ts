import { get, post } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Supervision = Schemas['casework.supervision.Supervision']
export type Appeal = Schemas['casework.appeal.Appeal']
export type Whistle = Schemas['casework.whistle.Whistle']
export type Project = Schemas['casework.project.Project']

/** What goes on beside a case without moving it. */
export interface Beside {
  supervisions: Supervision[]
  appeals: Appeal[]
  whistles: Whistle[]
  projects: Project[]
}

export type Fields = Record<string, string | string[] | boolean>
export type Field = 'note' | 'legalGround' | 'replyBy' | 'arriveBy' | 'organisations' | 'title' | 'cause' | 'owner'

/** Something that may be begun beside a case: who may, and what has to be said. */
export interface Beginning {
  kind: 'supervise' | 'appeal' | 'blow' | 'project'
  roles: readonly string[]
  fields: readonly Field[]
  ended: boolean | null
}

/** Ended: only after the case has; false: only before; null: whenever. */
export const BEGINNINGS: readonly Beginning[] = [
  { kind: 'supervise', roles: ['COMMANDER'], fields: ['note', 'replyBy'], ended: false },
  { kind: 'blow', roles: ['INSPECTOR', 'ACCEPTOR', 'COMMANDER'], fields: ['organisations', 'note', 'arriveBy'], ended: false },
  { kind: 'appeal', roles: ['HANDLER'], fields: ['note', 'legalGround'], ended: true },
  { kind: 'project', roles: ['COMMANDER', 'DISPATCHER'], fields: ['title', 'cause', 'owner'], ended: null },
]

/** What somebody with these roles may begin beside a case that stands so. */
export function beginnings(roles: readonly string[], ended: boolean): Beginning[] {
  return BEGINNINGS.filter((each) => (each.ended === null || each.ended === ended) && each.roles.some((role) => roles.includes(role)))
}

/** Whether everything was said. */
export const isWhole = (fields: readonly Field[], said: Fields): boolean =>
  fields.every((field) => {
    const value = said[field]
    return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== ''
  })

const path = (id: string) => `/api/cases/${encodeURIComponent(id)}`

export async function getBeside(id: string): Promise<Beside> {
  const [supervisions, appeals, whistles, projects] = await Promise.all([
    get<Supervision[]>(`${path(id)}/supervisions`),
    get<Appeal[]>(`${path(id)}/appeals`),
    get<Whistle[]>(`${path(id)}/whistles`),
    get<Project[]>(`${path(id)}/projects`),
  ])
  return { supervisions, appeals, whistles, projects }
}

export function begin(id: string, kind: Beginning['kind'], said: Fields): Promise<unknown> {
  switch (kind) {
    case 'supervise':
      return post(`${path(id)}/supervisions`, { ground: 'LEADER', ...said })
    case 'appeal':
      return post(`${path(id)}/appeals`, said)
    case 'blow':
      return post(`${path(id)}/whistles`, said)
    case 'project':
      return post('/api/projects', { ...said, cases: [id] })
  }
}

export const reply = (id: string, note: string) => post(`/api/supervisions/${encodeURIComponent(id)}/reply`, { note })
export const arrive = (id: string, organisation: string) => post(`/api/whistles/${encodeURIComponent(id)}/arrivals`, { organisation })
export const review = (id: string, granted: boolean, note: string) => post(`/api/appeals/${encodeURIComponent(id)}/reviews`, { granted, note })
