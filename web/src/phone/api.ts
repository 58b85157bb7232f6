import { get, post, postForm } from '@/lib/http'
import type { Schemas } from '@/lib/wire'
import { deviceNow } from './device'
import type { Door, Piece, ReportBody } from './queue'

type Answer = Schemas['casework.door.CaseController.CaseView']
type Cases = Schemas['casework.door.CaseController.Cases']
type Stored = Schemas['casework.door.EvidenceController.Stored']

/** Open cases that the caller may see, the newest first. */
export const getOpenCases = () => get<Cases>('/api/cases?open=true&limit=500')

/** What the phone sends; each may be sent again. */
export const door: Door = {
  report: async (body: ReportBody, clientId: string) => (await post<Answer>('/api/cases', body, clientId)).card.id,
  piece: async (caseId: string, piece: Piece) => {
    const form = new FormData()
    form.set('file', new Blob([piece.bytes], { type: piece.type }), piece.kind === 'VOICE' ? 'voice' : 'photo')
    form.set('lon', String(piece.lon))
    form.set('lat', String(piece.lat))
    // Its age, not its time: the device's clock may be wrong.
    form.set('ago', String(Math.max(0, Math.round((deviceNow() - piece.at) / 1000))))
    if (piece.kind) form.set('kind', piece.kind)
    await postForm<Stored>(`/api/cases/${encodeURIComponent(caseId)}/photos`, form)
  },
}
