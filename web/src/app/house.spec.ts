import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The house rules of the console. */
const SRC = join(import.meta.dirname, '..')
const FEATURES = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory() && !['app', 'map', 'kit', 'lib'].includes(name))
const MAY_IMPORT: Record<string, readonly string[]> = { lib: [], kit: ['lib'], map: ['kit', 'lib'], app: ['map', 'kit', 'lib', ...FEATURES] }

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}
const ALL = files(SRC).map((path) => ({ path: relative(SRC, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
const CODE = ALL.filter(({ path }) => /\.(ts|vue)$/.test(path) && !path.endsWith('.gen.ts'))
const words = (language: 'zh' | 'en') =>
  Object.assign({}, ...ALL.filter(({ path }) => path.endsWith(`words.${language}.json`)).map(({ text }) => JSON.parse(text))) as Record<string, string>
const places = (text: string) => [...text.matchAll(/\{(\w+)}/g)].map((found) => found[1]).sort()

describe('the console’s house', () => {
  it.each(FEATURES)('keeps the room %s whole: README, api, and pages or parts', (feature) => {
    const names = ALL.filter(({ path }) => path.startsWith(`${feature}/`)).map(({ path }) => path.slice(feature.length + 1))
    expect(names).toEqual(expect.arrayContaining(['README.md', 'api.ts', 'words.zh.json', 'words.en.json']))
    expect(names.some((name) => /^use\w+\.ts$/.test(name))).toBe(true)
  })

  it('lets a feature import map, kit, lib and itself only', () => {
    const wrong = CODE.flatMap(({ path, text }) => {
      const room = path.split('/')[0]!
      if (room === 'main.ts') return []
      const allowed = [room, ...(MAY_IMPORT[room] ?? ['map', 'kit', 'lib'])]
      return [...text.matchAll(/'@\/(\w+)\//g)].filter((found) => !allowed.includes(found[1]!)).map((found) => `${path} imports ${found[1]}`)
    })
    expect(wrong).toEqual([])
  })

  it('leaves no room by a back door', () => {
    const wrong = CODE.filter(({ path, text }) => {
      const depth = path.split('/').length - 1
      return [...text.matchAll(/from '((?:\.\.\/)+)/g)].some((found) => found[1]!.length / 3 >= depth)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('keeps components within 250 lines and every file within 400', () => {
    const long = CODE.filter(({ path, text }) => text.split('\n').length > (path.endsWith('.vue') ? 250 : 400))
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('writes no words into code: they stand in message files', () => {
    const wrong = CODE.filter(({ path }) => !path.endsWith('.spec.ts')).filter(({ text }) =>
      /\p{Script=Han}/u.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
    const spoken = CODE.filter(({ path }) => path.endsWith('.vue')).filter(({ text }) => {
      const template = /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
      return />[^<>{}]*[A-Za-z]{2,}[^<>{}]*</.test(template.replace(/="[^"]*"/g, '').replace(/&\w+;/g, '').replace(/\{\{[\s\S]*?}}/g, ''))
    })
    expect(spoken.map(({ path }) => path)).toEqual([])
  })

  it('lets a map layer render nothing on the page', () => {
    const wrong = CODE.filter(({ path, text }) => path.startsWith('map/') && /from 'vue'|\.vue'/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('never asks the browser for the date: the house tells the time', () => {
    const wrong = CODE.filter(({ path, text }) => !path.endsWith('.spec.ts') && /Date\.now\(|new Date\(\)/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe('the words', () => {
  const [zh, en] = [words('zh'), words('en')]

  it('say the same things in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    expect(Object.keys(zh).filter((key) => String(places(zh[key]!)) !== String(places(en[key]!)))).toEqual([])
    expect(Object.keys(zh).filter((key) => zh[key] === '' || en[key] === '')).toEqual([])
  })

  it('exist for every key that the code says', () => {
    const said = CODE.flatMap(({ text }) => [...text.matchAll(/\bt\('([\w.:-]+)'/g)].map((found) => found[1]!))
    expect([...new Set(said)].filter((key) => !(key in zh))).toEqual([])
  })
})

describe('the lock file', () => {
  it('names no host', () => {
    const lock = readFileSync(join(SRC, '..', 'package-lock.json'), 'utf8')
    expect(lock).not.toMatch(/https?:\/\//)
  })
})

describe('the generated types', () => {
  const WEB = join(SRC, '..')

  it('are what the platform’s OpenAPI makes today', () => {
    const { scripts } = JSON.parse(readFileSync(join(WEB, 'package.json'), 'utf8')) as { scripts: { types: string } }
    const [tool, ...said] = scripts.types.split(' ')
    const made = spawnSync(process.execPath, [join(WEB, 'node_modules', tool!, 'bin', 'cli.js'), ...said, '--check'], { cwd: WEB, encoding: 'utf8' })
    expect(made.status, `${made.stderr}\nThe types are not those of docs/reference/openapi.json: npm run types`).toBe(0)
  }, 60_000)

  it('are read under the good names of lib/wire only', () => {
    const wrong = CODE.filter(({ path, text }) => path !== 'lib/wire.ts' && /from '[^']*api\.gen'/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
