import type { Life } from './api'

/** Where a state stands on the diagram of a case's life: a column a stage, from left to right, in the order of the states. */
export interface Box {
  state: string
  x: number
  y: number
  ended: boolean
}

/** A way between two states; the actions that lead along it, in the order in which they are tried. */
export interface Line {
  from: string
  to: string
  actions: string[]
  path: string
}

export interface Drawing {
  width: number
  height: number
  boxes: Box[]
  lines: Line[]
}

export const BOX = { width: 84, height: 26 }
const STEP = { x: 104, y: 58 }
const MARGIN = 8

export function draw(life: Life): Drawing {
  const stages = [...new Set(life.states.map((each) => each.stage))]
  const seen = new Map<string, number>()
  const boxes = life.states.map(({ state, stage, ended }) => {
    const row = seen.get(stage) ?? 0
    seen.set(stage, row + 1)
    return { state, ended, x: MARGIN + stages.indexOf(stage) * STEP.x, y: MARGIN + row * STEP.y }
  })
  const at = new Map(boxes.map((box) => [box.state, box]))
  const lines = new Map<string, Line>()
  for (const way of life.ways) {
    for (const from of way.from) {
      const to = way.to ?? from
      const start = at.get(from)
      const end = at.get(to)
      if (!start || !end || from === to) continue
      const key = `${from} ${to}`
      const line = lines.get(key) ?? { from, to, actions: [], path: path(start, end) }
      if (!line.actions.includes(way.action)) line.actions.push(way.action)
      lines.set(key, line)
    }
  }
  return {
    width: 2 * MARGIN + (stages.length - 1) * STEP.x + BOX.width,
    height: 2 * MARGIN + (Math.max(...seen.values()) - 1) * STEP.y + BOX.height,
    boxes,
    lines: [...lines.values()],
  }
}

/** Forward from the right side to the left, back along the lower edges, within a stage from edge to edge. */
function path(from: Box, to: Box): string {
  const half = { x: BOX.width / 2, y: BOX.height / 2 }
  if (from.x === to.x) {
    const down = to.y > from.y
    const x = from.x + half.x + (down ? 8 : -8)
    return `M${x} ${from.y + (down ? BOX.height : 0)}L${x} ${to.y + (down ? 0 : BOX.height)}`
  }
  if (to.x > from.x) {
    const [x1, y1, x2, y2] = [from.x + BOX.width, from.y + half.y, to.x, to.y + half.y]
    const bend = (x2 - x1) / 2
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  const [x1, y1, x2, y2] = [from.x + half.x, from.y + BOX.height, to.x + half.x, to.y + BOX.height]
  return `M${x1} ${y1}C${x1} ${y1 + 26} ${x2} ${y2 + 26} ${x2} ${y2}`
}
