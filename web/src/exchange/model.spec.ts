import { describe, expect, it } from 'vitest'
import type { Board, Card, Share } from './api'
import { chosen, durationMillis, isOver } from './model'

const card = (code: string, zh: string, owner: string) => ({ set: { code, title: { zh, en: code }, owner }, state: 'EMPTY', version: null }) as unknown as Card
const board = { sets: [card('fire.hydrants', '消火栓', 'D-FIRE'), card('traffic.signals', '信号灯', 'D-POLICE')] } as unknown as Board
const codes = (cards: Card[]) => cards.map(({ set }) => set.code)

describe('the catalogue', () => {
  it('is narrowed by namespace and by what people type', () => {
    expect(codes(chosen(board, undefined, undefined))).toEqual(['fire.hydrants', 'traffic.signals'])
    expect(codes(chosen(board, 'fire', ''))).toEqual(['fire.hydrants'])
    expect(codes(chosen(board, undefined, '信号'))).toEqual(['traffic.signals'])
    expect(codes(chosen(board, undefined, 'd-fire '))).toEqual(['fire.hydrants'])
    expect(codes(chosen(board, 'fire', '信号'))).toEqual([])
  })
})

describe('a time of renewal', () => {
  it('is read as the platform writes it', () => {
    expect(durationMillis('PT15M')).toBe(900_000)
    expect(durationMillis('PT2160H')).toBe(90 * 86_400_000)
    expect(durationMillis('P1DT1S')).toBe(86_401_000)
    for (const wrong of ['P', 'PT', 'monthly', '']) expect(durationMillis(wrong)).toBeNull()
  })
})

describe('a share', () => {
  it('holds through its last day', () => {
    const share = { until: '2026-11-26' } as Share
    expect(isOver(share, '2026-11-26')).toBe(false)
    expect(isOver(share, '2026-11-27')).toBe(true)
  })
})
