import { GRADE_SHAPES } from '@/kit/icons'
import type { Grade } from '@/lib/wire'
import { gradeColour, type Look } from './look'

/** The shape of a grade on a field of 24 units, as the page draws it too. */
export function drawGradeMark(pen: CanvasRenderingContext2D, grade: Grade, look: Look): void {
  const down = grade === 'YELLOW' ? 2.6 : 0
  pen.fillStyle = gradeColour(look, grade)
  pen.fill(new Path2D(GRADE_SHAPES[grade]))
  pen.fillStyle = grade === 'YELLOW' || grade === 'ORANGE' ? '#2a1c00' : look.colour('surface')
  pen.beginPath()
  pen.roundRect(10.7, 6 + down, 2.6, 7.4, 1.3)
  pen.arc(12, 16.4 + down, 1.5, 0, Math.PI * 2)
  pen.fill()
}
