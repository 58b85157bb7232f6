import { describe, expect, it } from 'vitest'
import { entryOf, idOf, problemAt, withEntry } from './model'

const FILE = `# rules
rules:
  - id: rain-1h
    version: 1
    grades:
      - { grade: BLUE, over: 35 }
  - id: rain-6h
    version: 1
`

describe('an entry of rules.yml', () => {
  it('is cut out without the depth it stands in', () => {
    expect(entryOf(FILE, 'rain-1h')).toBe('- id: rain-1h\n  version: 1\n  grades:\n    - { grade: BLUE, over: 35 }\n')
    expect(entryOf(FILE, 'rain-6h')).toBe('- id: rain-6h\n  version: 1\n')
    expect(entryOf(FILE, 'rain')).toBe('')
  })

  it('is put back where it stood, and nothing else changes', () => {
    expect(withEntry(FILE, 'rain-1h', entryOf(FILE, 'rain-1h'))).toBe(FILE)
    expect(withEntry(FILE, 'rain-6h', '- id: rain-6h\n  version: 2')).toBe(FILE.replace(/rain-6h\n {4}version: 1/, 'rain-6h\n    version: 2'))
  })

  it('is added at the end when its id is new', () => {
    expect(withEntry(FILE, 'hail', 'id: hail\nversion: 1')).toBe(`${FILE}  - id: hail\n    version: 1\n`)
    expect(idOf('- id: hail\n  version: 1')).toBe('hail')
  })
})

describe('a problem', () => {
  it('is told with its line', () => {
    expect(problemAt("rule:6: 'window' is 'an hour'; write a duration")).toEqual({ line: 6, what: "'window' is 'an hour'; write a duration" })
    expect(problemAt('no line here')).toEqual({ line: 1, what: 'no line here' })
  })
})
