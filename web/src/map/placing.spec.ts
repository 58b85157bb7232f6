import { describe, expect, it } from 'vitest'
import { place } from './placing'

const plate = (x: number, y: number) => ({ x, y, width: 100, height: 48 })
const boxOf = (at: { x: number; y: number }, placed: { dx: number; dy: number }) => ({
  left: at.x + placed.dx - 50,
  right: at.x + placed.dx + 50,
  top: at.y + placed.dy - 24,
  bottom: at.y + placed.dy + 24,
})
const apart = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

describe('plates', () => {
  it('stand above their town while there is room', () => {
    const [only] = place([plate(0, 0)], [{ x: 0, y: 0 }], 1)
    expect(only!.dx).toBe(0)
    expect(only!.dy).toBeLessThan(-40)
  })

  it('do not cover each other in neighbouring towns', () => {
    const towns = [plate(0, 0), plate(60, 10), plate(20, 70)]
    const placed = place(towns, towns, 1)
    const boxes = towns.map((town, i) => boxOf(town, placed[i]!))
    expect(apart(boxes[0]!, boxes[1]!)).toBe(true)
    expect(apart(boxes[0]!, boxes[2]!)).toBe(true)
    expect(apart(boxes[1]!, boxes[2]!)).toBe(true)
  })

  it('leave the gravest its place: who comes first chooses first', () => {
    const [first] = place([plate(0, 0), plate(5, 0)], [], 1)
    expect(first).toEqual(place([plate(0, 0)], [], 1)[0])
  })
})
