import { ICONS } from '@/kit/icons'
import type { ColourName, Look } from './look'
import { PIXELS } from './pill'

/** A case's pin: a folder in hand, an hourglass when overdue, a tick when closed, a number when several. */
export interface Pin {
  look: 'open' | 'overdue' | 'closed'
  count: number
  chosen: boolean
}

const drawn = new Map<string, HTMLCanvasElement>()
const FACES = {
  open: { fill: 'accent', icon: 'file' },
  overdue: { fill: 'overdue', icon: 'hourglass' },
  closed: { fill: 'faint', icon: 'check' },
} as const satisfies Record<Pin['look'], { fill: ColourName; icon: keyof typeof ICONS }>

export function pin(of: Pin, look: Look): HTMLCanvasElement {
  const key = JSON.stringify([of, look.scale, look.colour('surface')])
  const found = drawn.get(key) ?? draw(of, look)
  drawn.set(key, found)
  return found
}

function draw(of: Pin, look: Look): HTMLCanvasElement {
  const unit = look.scale * (of.chosen ? 1.2 : of.look === 'closed' ? 0.7 : 0.9)
  const [width, height] = [32 * unit, 38 * unit]
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * PIXELS)
  canvas.height = Math.ceil(height * PIXELS)
  const pen = canvas.getContext('2d')!
  pen.scale(PIXELS * unit, PIXELS * unit)
  const face = FACES[of.look]
  pen.beginPath()
  if (of.count > 1) pen.roundRect(2, 5, 28, 24, 7)
  else pen.arc(16, 16, 13, 0, Math.PI * 2)
  pen.moveTo(11, 27.5)
  pen.lineTo(16, 36)
  pen.lineTo(21, 27.5)
  pen.fillStyle = look.colour(face.fill)
  pen.strokeStyle = look.colour('surface')
  pen.lineWidth = 2.5
  pen.stroke()
  pen.fill()
  drawFace(pen, of, look)
  if (of.chosen) ring(pen, of, look)
  return canvas
}

function drawFace(pen: CanvasRenderingContext2D, of: Pin, look: Look): void {
  const ink = of.look === 'closed' ? look.colour('surface') : look.colour('accent-ink')
  if (of.count > 1) {
    pen.fillStyle = ink
    pen.font = `600 14px ${look.font}`
    pen.textAlign = 'center'
    pen.fillText(of.count > 99 ? '99+' : String(of.count), 16, 22)
    return
  }
  pen.save()
  pen.translate(16 - 8, 16 - 8)
  pen.scale(16 / 24, 16 / 24)
  pen.strokeStyle = ink
  pen.lineWidth = 2.4
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.stroke(new Path2D(ICONS[FACES[of.look].icon]))
  pen.restore()
}

function ring(pen: CanvasRenderingContext2D, of: Pin, look: Look): void {
  pen.beginPath()
  if (of.count > 1) pen.roundRect(2, 5, 28, 24, 7)
  else pen.arc(16, 16, 13, 0, Math.PI * 2)
  pen.lineWidth = 1.5
  pen.strokeStyle = look.colour('ink')
  pen.stroke()
}
