/** How the platform is asked, and how it says no (RFC 9457 problem answers). */

export interface Problem {
  status: number
  title: string
  detail: string
  code: string
  advice: string
  field?: string
  allowed?: string[]
  retryAfterSeconds?: number
}

export class Refusal extends Error {
  constructor(
    readonly problem: Problem,
    /** The answer itself, where it says more than the problem does. */
    readonly body: unknown = null,
  ) {
    super(problem.detail || problem.title || problem.code)
  }
}

/** The words of a refusal, whatever was thrown; a broken line is a problem too. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Refusal) return thrown.problem
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return { status: 0, title: '', detail, code: 'console:unreachable', advice: '' }
}

export function readProblem(status: number, body: unknown, retryAfter: string | null): Problem {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  const seconds = retryAfter === null ? NaN : Number(retryAfter)
  return {
    status,
    title: said.title ?? '',
    detail: said.detail ?? '',
    code: said.code ?? `http:${status}`,
    advice: said.advice ?? '',
    ...(said.field ? { field: said.field } : {}),
    ...(said.allowed ? { allowed: said.allowed } : {}),
    ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}),
  }
}

async function askText(path: string, init: RequestInit): Promise<string> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init })
  const text = await answer.text()
  if (answer.ok) return text
  const body = text === '' ? null : parsed(text)
  throw new Refusal(readProblem(answer.status, body, answer.headers.get('Retry-After')), body)
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const text = await askText(path, init)
  return (text === '' ? null : parsed(text)) as T
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // a proxy's error page; the status says enough
  }
}

export function get<T>(path: string): Promise<T> {
  return ask<T>(path, { headers: { Accept: 'application/json' } })
}

/** A file of text, as it is. */
export function getText(path: string, type = 'text/plain'): Promise<string> {
  return askText(path, { headers: { Accept: `${type}, application/problem+json` } })
}

/** With a key, the same sent again does it once. */
export function post<T>(path: string, body?: unknown, key?: string): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
    body: JSON.stringify(body ?? {}),
  })
}

export function postForm<T>(path: string, form: FormData): Promise<T> {
  return ask<T>(path, { method: 'POST', headers: { Accept: 'application/json' }, body: form })
}

export function remove<T>(path: string): Promise<T> {
  return ask<T>(path, { method: 'DELETE' })
}
