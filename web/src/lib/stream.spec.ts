import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listen } from './stream'

class FakeSource {
  static readonly CLOSED = 2
  static all: FakeSource[] = []
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  readonly heard = new Map<string, (event: { data: string; lastEventId: string }) => void>()
  constructor(readonly path: string) {
    FakeSource.all.push(this)
  }
  addEventListener(kind: string, heard: (event: { data: string; lastEventId: string }) => void): void {
    this.heard.set(kind, heard)
  }
  close(): void {
    this.readyState = FakeSource.CLOSED
  }
}
const said: string[] = []
const hearer = {
  onEvent: (kind: string, number: number, data: unknown) => void said.push(`${kind} ${number} ${JSON.stringify(data)}`),
  onOpen: () => void said.push('open'),
  onBreak: () => void said.push('break'),
  onRefused: () => void said.push('refused'),
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  FakeSource.all = []
  said.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the stream', () => {
  it('hands on what happened with its number', () => {
    listen('/s', ['case'], hearer)
    FakeSource.all[0]!.heard.get('case')!({ data: '{"id":"c"}', lastEventId: '42' })
    expect(said).toEqual(['case 42 {"id":"c"}'])
  })

  it('leaves a broken line to the browser, which connects again by itself', () => {
    listen('/s', [], hearer)
    FakeSource.all[0]!.onerror()
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual(['break'])
    expect(FakeSource.all.length).toBe(1)
  })

  it('asks why when it is turned away, and tries again', () => {
    listen('/s', [], hearer)
    FakeSource.all[0]!.readyState = FakeSource.CLOSED
    FakeSource.all[0]!.onerror()
    expect(said).toEqual(['break', 'refused'])
    vi.advanceTimersByTime(4_000)
    expect(FakeSource.all.length).toBe(2)
  })

  it('is silent once stopped', () => {
    const stop = listen('/s', [], hearer)
    stop()
    FakeSource.all[0]!.onerror()
    vi.advanceTimersByTime(60_000)
    expect(FakeSource.all.length).toBe(1)
  })
})
