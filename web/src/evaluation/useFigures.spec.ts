import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetTime, tellTime } from '@/lib/house'
import { useFigures } from './useFigures'

const figure = { n: 3, p50: 60, p90: 120 }
const answer = (status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ discover: figure, warn: figure, judge: figure, act: figure }), { status })))

afterEach(() => {
  vi.unstubAllGlobals()
  forgetTime()
})

describe('the figures', () => {
  it('say at which time of the house they were asked', async () => {
    tellTime(Date.parse('2026-06-17T08:00:00Z'))
    answer(200)
    const shown = useFigures()
    await shown.ask()
    expect(shown.figures.value?.act).toEqual(figure)
    expect(shown.askedAt.value).toMatch(/^2026-06-17T08:00:0/)
  })

  it('stay, with their old age, when asking again fails', async () => {
    tellTime(Date.parse('2026-06-17T08:00:00Z'))
    answer(200)
    const shown = useFigures()
    await shown.ask()
    const { value: before } = shown.askedAt
    answer(503)
    await shown.ask()
    expect(shown.problem.value?.status).toBe(503)
    expect(shown.figures.value?.act).toEqual(figure)
    expect(shown.askedAt.value).toBe(before)
  })
})
