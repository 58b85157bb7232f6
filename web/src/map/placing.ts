/** Where plates go so that they cover neither each other nor what stands in the middle of a town. All in pixels. */
export interface Placed {
  /** Middle of the plate relative to its point; y grows downwards. */
  dx: number
  dy: number
}

export interface ToPlace {
  x: number
  y: number
  width: number
  height: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Room kept free around a point: a pin above it, a value below it. */
const PIN_ABOVE = 36
const VALUE_BELOW = 30
const BESIDE = 20
const ON_ANOTHER = 3
const PREFERENCE = 60

/** In the given order each takes the place that costs least; above its point is liked best, then right, left, below. */
export function place(plates: readonly ToPlace[], points: readonly { x: number; y: number }[], scale: number): Placed[] {
  const kept = points.map(({ x, y }) => box(x, y - 14 * scale, 34 * scale, 44 * scale))
  const taken: Box[] = []
  return plates.map((plate) => {
    const costs = candidates(plate, scale).map((at, rank) => {
      const mine = box(plate.x + at.dx, plate.y + at.dy, plate.width, plate.height)
      const covers = sum(kept, (other) => overlap(mine, other)) + ON_ANOTHER * sum(taken, (other) => overlap(mine, other))
      return { at, mine, cost: covers + rank * PREFERENCE }
    })
    const best = costs.reduce((a, b) => (b.cost < a.cost ? b : a))
    taken.push(best.mine)
    return best.at
  })
}

function candidates({ width, height }: ToPlace, scale: number): Placed[] {
  const beside = width / 2 + BESIDE * scale
  const above = -height / 2 - PIN_ABOVE * scale
  const below = height / 2 + VALUE_BELOW * scale
  const slight = -12 * scale
  return [
    { dx: 0, dy: above },
    { dx: beside, dy: slight },
    { dx: -beside, dy: slight },
    { dx: 0, dy: below },
    { dx: beside, dy: above },
    { dx: -beside, dy: above },
    { dx: beside, dy: below },
    { dx: -beside, dy: below },
  ]
}

function box(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
