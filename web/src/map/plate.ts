import { ICONS, dangerIcon } from '@/kit/icons'
import type { Grade } from '@/lib/wire'
import { drawGradeMark } from './gradeMark'
import { gradeColour, type Look } from './look'
import { PIXELS } from './pill'

/** A town's plate: its name, and under it a line for each danger, gravest first: shape, icon and words. */
export interface Plate {
  name: string
  rows: readonly { grade: Grade; danger: string; words: string }[]
  /** Far out only the gravest is said in words; the others show their marks behind it. */
  brief: boolean
}

const drawn = new Map<string, HTMLCanvasElement>()
const KEEP = 400
const NAME = 13.5
const ROW = 13
const LINE = 20
const MARK = 17

export function plate(of: Plate, look: Look): HTMLCanvasElement {
  const key = JSON.stringify([of, look.scale, look.font, look.colour('surface')])
  const found = drawn.get(key)
  if (found) return found
  if (drawn.size > KEEP) drawn.clear()
  const picture = draw(of, look)
  drawn.set(key, picture)
  return picture
}

function draw(of: Plate, look: Look): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')!
  const rows = of.brief ? of.rows.slice(0, 1) : of.rows
  const marks = of.rows.slice(rows.length)
  const nameWidth = measure(pen, of.name, 650, NAME, look) + marks.length * MARK
  const widest = Math.max(nameWidth, ...rows.map((row) => 38 + measure(pen, row.words, 600, ROW, look)))
  const [width, height] = [Math.ceil(widest) + 16, LINE * (rows.length + 1) + 7]
  canvas.width = Math.ceil((width + 2) * PIXELS * look.scale)
  canvas.height = Math.ceil((height + 2) * PIXELS * look.scale)
  pen.scale(PIXELS * look.scale, PIXELS * look.scale)
  pen.translate(1, 1)
  const edge = gradeColour(look, of.rows[0]!.grade)
  pen.beginPath()
  pen.roundRect(0, 0, width, height, 6)
  pen.fillStyle = look.colour('surface')
  pen.fill()
  pen.strokeStyle = edge
  pen.lineWidth = 1.5
  pen.stroke()
  write(pen, of.name, 8, 18, 650, NAME, look)
  marks.forEach((row, i) => at(pen, width - 6 - MARK * (marks.length - i), 6, 14 / 24, () => drawGradeMark(pen, row.grade, look)))
  rows.forEach((row, i) => drawRow(pen, row, LINE * (i + 1) + 2, look))
  return canvas
}

function measure(pen: CanvasRenderingContext2D, text: string, weight: number, size: number, look: Look): number {
  pen.font = `${weight} ${size}px ${look.font}`
  return pen.measureText(text).width
}

function write(pen: CanvasRenderingContext2D, text: string, x: number, y: number, weight: number, size: number, look: Look): void {
  pen.font = `${weight} ${size}px ${look.font}`
  pen.fillStyle = look.colour('ink')
  pen.fillText(text, x, y)
}

function drawRow(pen: CanvasRenderingContext2D, row: Plate['rows'][number], y: number, look: Look): void {
  at(pen, 8, y + 2, 15 / 24, () => drawGradeMark(pen, row.grade, look))
  at(pen, 26, y + 2, 16 / 24, () => {
    pen.strokeStyle = look.colour('ink')
    pen.lineWidth = 2
    pen.lineCap = 'round'
    pen.stroke(new Path2D(ICONS[dangerIcon(row.danger)]))
  })
  write(pen, row.words, 46, y + 15, 600, ROW, look)
}

function at(pen: CanvasRenderingContext2D, x: number, y: number, scale: number, drawing: () => void): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(scale, scale)
  drawing()
  pen.restore()
}
