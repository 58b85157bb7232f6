import { get, getText, post } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Status = Schemas['ledger.LedgerStatus']
export type Witness = Schemas['ledger.witness.WitnessStanding']
export type Seal = Schemas['ledger.Seal']
export type Checked = Schemas['ledger.LedgerController.Checked']

export type Key = Schemas['ledger.sign.OrganisationKey']

/** By which keys organisations sign, and signed, what their people do. */
export const getKeys = () => get<Schemas['ledger.sign.OrganisationKeyController.KeyList']>('/api/ledger/keys')
export const getStatus = () => get<Status>('/api/ledger/status')
/** All records of one thing, in order. */
export const getSeals = (subject: string) => get<Schemas['ledger.LedgerController.Seals']>(`/api/ledger/seals?subject=${encodeURIComponent(subject)}`)

export const proofPath = (number: string) => `/api/ledger/proofs/${encodeURIComponent(number)}`
/** A picture of the proof for paper. */
export const qrPath = (number: number) => `${proofPath(String(number))}/qr`
export const getProof = (number: string) => getText(proofPath(number))
/** Checked by the house, against the house's own policy. */
export const postVerify = (proof: string) => post<Checked>('/api/ledger/verify', { proof })
