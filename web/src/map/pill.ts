import { ICONS, type IconName } from '@/kit/icons'
import type { Grade } from '@/lib/wire'
import { drawGradeMark } from './gradeMark'
import type { Look } from './look'

/** Small drawn labels for the map: a mark, words and a border in one picture, sharp on every screen. */
export interface Pill {
  text: string
  ink: string
  ground: string
  border: string
  dashed?: boolean
  bold?: boolean
  size?: number
  grade?: Grade | null
  icon?: IconName | null
  iconInk?: string
}

const drawn = new Map<string, HTMLCanvasElement>()
const KEEP = 3_000

export const PIXELS = Math.max(2, globalThis.devicePixelRatio ?? 1)

/** The same pill is drawn once: thousands of observations make few distinct pictures. */
export function pill(of: Pill, look: Look): HTMLCanvasElement {
  const key = JSON.stringify([of, look.scale, look.font, look.colour('surface')])
  const found = drawn.get(key)
  if (found) return found
  if (drawn.size > KEEP) drawn.clear()
  const picture = draw(of, look)
  drawn.set(key, picture)
  return picture
}

function draw(of: Pill, look: Look): HTMLCanvasElement {
  const size = (of.size ?? 13) * look.scale
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')!
  const font = `${of.bold ? 600 : 500} ${size}px ${look.font}`
  pen.font = font
  const mark = size * 1.25
  const marks = (of.grade ? 1 : 0) + (of.icon ? 1 : 0)
  const gap = size * 0.3
  const inset = size * 0.5
  const words = of.text === '' ? 0 : pen.measureText(of.text).width
  const width = Math.ceil(inset * 2 + words + marks * mark + (marks && words ? gap : 0) + (marks > 1 ? gap / 2 : 0))
  const height = Math.ceil(size * 1.75)
  canvas.width = (width + 2) * PIXELS
  canvas.height = (height + 2) * PIXELS
  pen.scale(PIXELS, PIXELS)
  pen.translate(1, 1)
  pen.beginPath()
  pen.roundRect(0, 0, width, height, size * 0.42)
  pen.fillStyle = of.ground
  pen.fill()
  pen.lineWidth = of.dashed ? 1.25 : 1.25 * Math.sqrt(look.scale)
  pen.strokeStyle = of.border
  if (of.dashed) pen.setLineDash([3, 2.5])
  pen.stroke()
  pen.setLineDash([])
  let x = inset
  if (of.grade) x = drawGrade(pen, of.grade, x, (height - mark) / 2, mark, look) + gap / 2
  if (of.icon) x = drawIcon(pen, of.icon, of.iconInk ?? of.ink, x, (height - mark) / 2, mark)
  if (marks && words) x += gap
  if (of.grade && !of.icon) x -= gap / 2
  pen.font = font
  pen.fillStyle = of.ink
  pen.textBaseline = 'alphabetic'
  pen.fillText(of.text, x, height / 2 + size * 0.36)
  return canvas
}

function drawIcon(pen: CanvasRenderingContext2D, icon: IconName, ink: string, x: number, y: number, size: number): number {
  pen.save()
  pen.translate(x, y)
  pen.scale(size / 24, size / 24)
  pen.strokeStyle = ink
  pen.lineWidth = 2
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke(new Path2D(ICONS[icon]))
  pen.restore()
  return x + size
}

function drawGrade(pen: CanvasRenderingContext2D, grade: Grade, x: number, y: number, size: number, look: Look): number {
  pen.save()
  pen.translate(x, y)
  pen.scale(size / 24, size / 24)
  drawGradeMark(pen, grade, look)
  pen.restore()
  return x + size
}
