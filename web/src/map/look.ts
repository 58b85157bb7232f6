import type { Grade } from '@/lib/wire'

/** How the map is dressed now: the page's colours, the reader's language, and how far away the reader stands. */
export interface Look {
  english: boolean
  /** 1 at the desk, larger on a wall. */
  scale: number
  font: string
  colour: (name: ColourName) => string
}

export type ColourName =
  | 'ink' | 'muted' | 'faint' | 'surface' | 'line' | 'line-strong' | 'accent' | 'accent-ink' | 'ok' | 'unknown'
  | 'overdue' | 'blue' | 'yellow' | 'orange' | 'red'
  | 'map-ground' | 'map-land' | 'map-grid' | 'map-town' | 'map-outline' | 'map-coast' | 'map-name'

/** Reads colours and type from the page's style, so that they are written down once. */
export function readLook(english: boolean, scale: number): Look {
  const style = getComputedStyle(document.body)
  const known = new Map<ColourName, string>()
  return {
    english,
    scale,
    font: style.fontFamily,
    colour(name) {
      const found = known.get(name) ?? style.getPropertyValue(`--${name}`).trim()
      known.set(name, found)
      return found
    },
  }
}

export function gradeColour(look: Look, grade: Grade): string {
  return look.colour(grade.toLowerCase() as ColourName)
}

/** A colour with an opacity, from #rrggbb or #rgb: a style sheet that was made small has both. */
export function faded(hex: string, opacity: number): string {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex
  return full + Math.round(opacity * 255).toString(16).padStart(2, '0')
}
