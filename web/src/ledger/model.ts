import { sha256 } from '@/lib/digest'

/** What a proof file says (C2SP tlog-proof), read for showing it: the verdict is never made here. */
export interface Proof {
  /** Of the record, from 1; beyond what a number holds. */
  number: bigint
  size: bigint
  origin: string
  /** Who signed the checkpoint, by their own word. */
  signers: string[]
  path: Path
  words: Words
  /** Whose key signed what was done, by its own word; null where nobody of an organisation did it. */
  actor: string | null
}

/** From the leaf up. A step's sibling stands left or right of what was reached so far; hashes in hexadecimal digits. */
export interface Path {
  leaf: string
  steps: readonly Step[]
  /** What the path leads to; null where no tree of this size has such a path. */
  reached: string | null
  /** What the checkpoint says. */
  root: string
}
export interface Step {
  sibling: string
  side: 'LEFT' | 'RIGHT'
  /** Made of the sibling and what was reached before. */
  node: string
}

/** The record as it is shown beside its promise, or why there is nothing to be shown. */
export type Words = { kind: 'SHOWN'; record: Statement } | { kind: 'ERASED' } | { kind: 'UNREADABLE' }
export interface Statement {
  number: string
  at: string
  type: string
  subject: string
  payload: string
}

export const FAULTS = ['PACKED', 'TITLE', 'GAP', 'EXTRA', 'INDEX', 'PATH', 'SIGNATURES', 'CHECKPOINT', 'OPENING'] as const
export type Fault = (typeof FAULTS)[number]
class Unreadable extends Error {
  constructor(readonly fault: Fault) {
    super(fault)
  }
}

const TITLE = 'c2sp.org/tlog-proof@v1'
const OPENING = 'chengyun.io/opening@v1\nentry '
const SIGNED = 'signed '
const RECORD = 'chengyun.io/record@v1'
const LONGEST_PATH = 63
const HASH = 32
/** What goes before a leaf and before a node (RFC 6962, 2.1). */
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)
/** How the short form begins, which has to be unpacked first. */
export const PACKED = 'TLOG-PROOF:'
/** No proof is longer; what is, was meant for somewhere else. */
export const LONGEST = 1 << 20

/** What was copied from a letter: without the ends of lines that Windows writes, and with the last one that selecting leaves out. */
export const pasted = (text: string): string => `${text.replace(/\r\n/g, '\n').trim()}\n`

/** Never throws for what stands in the text. */
export function readProof(text: string): Proof | { fault: Fault } {
  try {
    return proofOf(text)
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { fault: thrown.fault }
    throw thrown
  }
}

function proofOf(text: string): Proof {
  if (text.startsWith(PACKED)) throw new Unreadable('PACKED')
  if (!text.startsWith(`${TITLE}\n`)) throw new Unreadable('TITLE')
  const gap = text.indexOf('\n\n')
  if (gap < 0) throw new Unreadable('GAP')
  const lines = text.slice(0, gap).split('\n').slice(1)
  const extra = lines[0]?.startsWith('extra ') ? base64(lines.shift()!.slice(6), 'EXTRA') : new Uint8Array()
  const index = whole(lines.shift(), 'index ', 'INDEX')
  if (lines.length > LONGEST_PATH) throw new Unreadable('PATH')
  const siblings = lines.map((line) => hash(line, 'PATH'))
  const { origin, size, root, signers } = noteOf(text.slice(gap + 2))
  const { entry, words, actor } = openingOf(extra)
  return { number: index + 1n, size, origin, signers, path: climb(entry, index, size, siblings, root), words, actor }
}

function noteOf(note: string) {
  const gap = note.lastIndexOf('\n\n')
  if (gap < 0 || !note.endsWith('\n') || gap + 2 === note.length) throw new Unreadable('SIGNATURES')
  const signers = note.slice(gap + 2, -1).split('\n').map((line) => /^\u2014 (\S+) \S+$/.exec(line)?.[1])
  if (!signers.every((name) => name !== undefined)) throw new Unreadable('SIGNATURES')
  const [origin, size, root] = note.slice(0, gap).split('\n')
  if (!origin) throw new Unreadable('CHECKPOINT')
  return { origin, size: whole(size, '', 'CHECKPOINT'), root: hash(root, 'CHECKPOINT'), signers }
}

function openingOf(extra: Uint8Array): { entry: Uint8Array; words: Words; actor: string | null } {
  const text = utf8(extra)
  if (!text?.startsWith(OPENING)) throw new Unreadable('OPENING')
  const [first, ...lines] = text.slice(OPENING.length).split('\n')
  const entry = base64(first!, 'OPENING')
  const actor = lines[0]?.startsWith(SIGNED) ? actorOf(base64(lines.shift()!.slice(SIGNED.length), 'OPENING')) : null
  const [salt, ...rest] = lines
  if (!salt) return { entry, words: { kind: 'ERASED' }, actor }
  const record = salt.startsWith('salt ') ? statementOf(rest) : null
  return { entry, words: record ? { kind: 'SHOWN', record } : { kind: 'UNREADABLE' }, actor }
}

/** Whose key signed what an organisation's people did: the same form as a proof of the log. */
function actorOf(signed: Uint8Array): string | null {
  const text = utf8(signed) ?? ''
  return noteOf(text.slice(text.indexOf('\n\n') + 2)).signers[0] ?? null
}

function statementOf(lines: string[]): Statement | null {
  const found = ['number ', 'at ', 'type ', 'subject '].map((word, n) => (lines[n + 1]?.startsWith(word) ? lines[n + 1]!.slice(word.length) : null))
  if (lines[0] !== RECORD || lines.length < 6 || found.includes(null)) return null
  const [number, at, type, subject] = found as [string, string, string, string]
  return { number, at, type, subject, payload: lines.slice(5).join('\n') }
}

/** RFC 9162, 2.1.3.2. */
function climb(entry: Uint8Array, index: bigint, size: bigint, siblings: readonly Uint8Array[], root: Uint8Array): Path {
  let reached = sha256(joined(LEAF, entry))
  const path = { leaf: hex(reached), steps: [] as Step[], reached: null as string | null, root: hex(root) }
  let [node, last] = [index, size - 1n]
  if (index >= size) return path
  for (const sibling of siblings) {
    if (last === 0n) return path
    const left = (node & 1n) === 1n || node === last
    reached = sha256(left ? joined(NODE, sibling, reached) : joined(NODE, reached, sibling))
    path.steps.push({ sibling: hex(sibling), side: left ? 'LEFT' : 'RIGHT', node: hex(reached) })
    // The last node of a level may have none beside it: it rises until it does.
    while (left && (node & 1n) === 0n && node !== 0n) [node, last] = [node >> 1n, last >> 1n]
    ;[node, last] = [node >> 1n, last >> 1n]
  }
  return last === 0n ? { ...path, reached: hex(reached) } : path
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A decimal in its one spelling. */
function whole(line: string | undefined, mark: string, fault: Fault): bigint {
  const digits = line?.startsWith(mark) ? line.slice(mark.length) : ''
  if (!/^(0|[1-9]\d{0,18})$/.test(digits)) throw new Unreadable(fault)
  return BigInt(digits)
}

function hash(line: string | undefined, fault: Fault): Uint8Array {
  const bytes = base64(line ?? '', fault)
  if (bytes.length !== HASH) throw new Unreadable(fault)
  return bytes
}

/** Base64 in its one spelling. */
function base64(text: string, fault: Fault): Uint8Array {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) throw new Unreadable(fault)
  const bytes = atob(text)
  if (btoa(bytes) !== text) throw new Unreadable(fault)
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null // what is no text holds no opening either
  }
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Enough of a hash to be compared by eye. */
export const short = (hash: string): string => hash.slice(0, 8)
