// One step of the Maven build: `build` or `check`. Each runs only when what it reads has changed since it last succeeded.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const step = process.argv[2]
const sources = ['src', 'public', 'dev', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

// The check compares the generated types with the platform's OpenAPI.
const CONTRACT = '../docs/reference/openapi.json'

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function once(name, stamp, inputs, proof, command) {
  const now = digest(inputs)
  if (existsSync(stamp) && existsSync(proof) && readFileSync(stamp, 'utf8') === now) {
    console.log(`web: ${name} is up to date`)
    return
  }
  const done = spawnSync('npm', command, { stdio: 'inherit' })
  if (done.error) console.error(`web: npm could not be started (${done.error.message}); install Node 20.19 or newer with npm`)
  if (done.status !== 0) process.exit(done.status ?? 1)
  mkdirSync('target', { recursive: true })
  writeFileSync(stamp, now)
}

once('npm ci', 'node_modules/.lock-digest', ['package-lock.json'], 'node_modules', [
  'ci',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
])
const proof = step === 'build' ? 'target/classes/META-INF/resources/index.html' : 'src'
once(step, `target/${step}.digest`, step === 'check' ? [...sources, CONTRACT] : sources, proof, ['run', '--silent', step])
