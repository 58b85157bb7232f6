import { get, getText, post, postForm, Refusal, remove } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Board = Schemas['exchange.DataSets.Board']
export type Card = Schemas['exchange.DataSets.Card']
export type Sheet = Schemas['exchange.DataSets.Sheet']
export type Version = Schemas['exchange.Version']
export type Share = Schemas['exchange.Share']
export type Trace = Schemas['exchange.Traces.Trace']
export type Found = Schemas['exchange.Traces.Found']
export type Outcome = Schemas['exchange.Imports.Outcome']
export type DataGrade = Share['grade']
export type Sharing = Card['set']['terms']['sharing']
export type State = Card['state']
export type Wanted = Schemas['exchange.Shares.Wanted']

const of = (code: string) => `/api/datasets/${encodeURIComponent(code)}`

export const getBoard = () => get<Board>('/api/datasets')
export const getSheet = (code: string) => get<Sheet>(of(code))
export const getTraces = (code: string, query: string) => get<Found>(`${of(code)}/traces?${query}`)
/** The table as CSV, those fields that are the caller's; the house notes it. */
export const getTable = (code: string, version: number, purpose: string) =>
  getText(`${of(code)}/versions/${version}?purpose=${encodeURIComponent(purpose)}`, 'text/csv')
export const postShare = (code: string, wanted: Wanted) => post<Share>(`${of(code)}/shares`, wanted)
export const endShare = (code: string, id: string) => remove<Share>(`${of(code)}/shares/${encodeURIComponent(id)}`)

/** Where the table is wrong the answer is the list of problems, not a refusal. */
export async function postTable(code: string, file: File, purpose: string, source: string): Promise<Outcome> {
  const form = new FormData()
  form.append('file', file)
  form.append('purpose', purpose)
  form.append('source', source)
  try {
    return await postForm<Outcome>(`${of(code)}/versions`, form)
  } catch (thrown) {
    const body = thrown instanceof Refusal ? (thrown.body as Partial<Outcome> | null) : null
    if (body?.problems) return { version: null, same: false, problems: body.problems }
    throw thrown
  }
}
