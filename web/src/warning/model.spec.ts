import { describe, expect, it } from 'vitest'
import type { Grade, Voice, Warning } from '@/lib/wire'
import { acknowledgedBy, byUrgency, isEasing, leadingVoice } from './model'

function warning(id: string, grade: Grade, raisedAt: string, receivers: string[] = [], voices: Voice[] = []): Warning {
  return {
    id,
    grade,
    state: 'STANDING',
    label: { name: 'rainstorm', nameEn: 'Rainstorm', icon: 'rain' },
    identity: { scenario: 'flood', danger: 'rainstorm', town: '310112101' },
    voices,
    times: { firstObservedAt: raisedAt, raisedAt, changedAt: raisedAt, easedAt: null, liftedAt: null },
    receipts: receivers.map((organisation) => ({ by: 'p1', organisation, at: raisedAt })),
  }
}
const voice = (grade: Grade | null, at: string) => ({ grade, at }) as Voice

describe('warnings', () => {
  it('stand in the order of urgency', () => {
    const order = byUrgency([
      warning('blue', 'BLUE', '2026-06-17T08:00:00Z'),
      warning('seen', 'RED', '2026-06-17T08:00:00Z', ['p1']),
      warning('old', 'RED', '2026-06-17T07:00:00Z'),
      warning('new', 'RED', '2026-06-17T08:30:00Z'),
    ])
    expect(order.map((each) => each.id)).toEqual(['new', 'old', 'seen', 'blue'])
  })

  it('are spoken for by the gravest and newest voice', () => {
    const voices = [voice(null, '9'), voice('ORANGE', '1'), voice('ORANGE', '2'), voice('BLUE', '8')]
    expect(leadingVoice(warning('w', 'ORANGE', '1', [], voices))?.at).toBe('2')
    expect(leadingVoice(warning('w', 'ORANGE', '1'))).toBeNull()
  })

  it('know who has acknowledged them', () => {
    expect(acknowledgedBy(warning('w', 'RED', '1', ['T1']), 'T1')).toBe(true)
    expect(acknowledgedBy(warning('w', 'RED', '1', ['T1']), 'T2')).toBe(false)
  })

  it('are easing while they stand with no voice left', () => {
    const standing = warning('w', 'RED', '1')
    expect(isEasing(standing)).toBe(false)
    expect(isEasing({ ...standing, times: { ...standing.times, easedAt: '2' } })).toBe(true)
  })
})
