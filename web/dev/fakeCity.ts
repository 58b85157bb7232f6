import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { areasText, TOWNS, type AreaKind } from './fakeGeo.ts'
import type { CaseCard } from '../src/lib/wire'
import { FakeStorm, houseNow } from './fakeStorm.ts'

/** Speaks the platform's contract well enough to work on the console. A development tool: it is in no build. */
const ROLES: Record<string, [string, string]> = {
  commander: ['COMMANDER', '值班指挥长'], acceptor: ['ACCEPTOR', '受理员'], dispatcher: ['DISPATCHER', '派遣员'],
  handler: ['HANDLER', '处置员'], inspector: ['INSPECTOR', '核查员'], admin: ['ADMINISTRATOR', '管理员'],
}
const NEXT: Record<string, { action: string; needs: string[]; to?: [CaseCard['state'], CaseCard['stage']]; event: string; role: string }[]> = {
  PENDING_DISPATCH: [{ action: 'dispatch', needs: ['organisation'], to: ['PENDING_HANDLING', 'HANDLE'], event: 'Dispatched', role: 'DISPATCHER' }],
  PENDING_HANDLING: [
    { action: 'sign', needs: [], to: ['HANDLING', 'HANDLE'], event: 'Signed', role: 'HANDLER' },
    { action: 'return', needs: ['note', 'legalGround'], to: ['RETURNED', 'DISPATCH'], event: 'Returned', role: 'HANDLER' },
  ],
  HANDLING: [
    { action: 'submit', needs: ['note', 'evidence'], to: ['PENDING_INSPECTION', 'INSPECT'], event: 'Submitted', role: 'HANDLER' },
    { action: 'extend', needs: ['note'], event: 'ExtensionRequested', role: 'HANDLER' },
    { action: 'suspend', needs: ['note', 'until'], to: ['SUSPENDED', 'HANDLE'], event: 'Suspended', role: 'HANDLER' },
  ],
  SUSPENDED: [{ action: 'resume', needs: [], to: ['HANDLING', 'HANDLE'], event: 'Resumed', role: 'HANDLER' }],
  PENDING_INSPECTION: [
    { action: 'inspect-pass', needs: [], to: ['CLOSED', 'EVALUATE'], event: 'InspectionPassed', role: 'INSPECTOR' },
    { action: 'inspect-fail', needs: ['note'], to: ['HANDLING', 'HANDLE'], event: 'InspectionFailed', role: 'INSPECTOR' },
  ],
}
const CLASSES = [
  { code: '0506', name: '道路积水', nameEn: 'Road flooding', standards: [{ id: '0506-1', condition: '路面积水', conditionEn: 'Water on the road' }, { id: '0506-2', condition: '下穿道路积水', conditionEn: 'Water in an underpass' }] },
  { code: '0599', name: '暴雨应对', nameEn: 'Rainstorm response', standards: [{ id: '0599-1', condition: '须巡查低洼处', conditionEn: 'Low points must be walked' }] },
]
const DISTRICT = { code: '310112', name: '闵行区', nameEn: 'Minhang', centre: [121.41, 31.08], synthetic: true, baseMap: null }

class FakeCity {
  private readonly hearers = new Set<ServerResponse>()
  private readonly photos = new Map<string, { kind: string; bytes: Buffer }>()
  private readonly reported = new Map<string, string>()
  private town: string | null = null
  private user: { name: string; role: string } | null = null
  private readonly storm = new FakeStorm((kind, number, data) => this.tell(kind, number, data))

  constructor() {
    setInterval(() => this.storm.step(), 4_000).unref()
    setInterval(() => this.tell('clock', this.storm?.last ?? 0, { at: new Date(houseNow()).toISOString() }), 5_000).unref()
  }

  private tell(kind: string, number: number, data: unknown): void {
    for (const to of this.hearers) to.write(`id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  private session() {
    if (!this.user) return null
    const [role, title] = ROLES[this.user.role]!
    return { user: { id: this.user.name, name: title, nameEn: this.user.role, roles: [role], organisation: 'D310112', organisationName: '闵行区城市运行管理中心', town: this.town } }
  }

  private caseAnswer(id: string) {
    const card = this.storm.cases.get(id)!
    const role = this.session()?.user.roles[0]
    const actions = (NEXT[card.state] ?? []).filter((each) => each.role === role || role === 'ADMINISTRATOR').map(({ action, needs }) => ({ action, needs }))
    return { file: {}, card, timeline: this.storm.timelines.get(id), actions }
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url!, 'http://fake').pathname.slice('/api'.length)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const send = (status: number, json: unknown) => {
      response.statusCode = status
      response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json')
      response.end(JSON.stringify(json))
    }
    const no = (status: number, code: string, detail: string, advice = '') => send(status, { status, title: detail, detail, code, advice })
    if (path === '/session') {
      if (request.method === 'POST') {
        const { name, password } = JSON.parse(body.toString()) as { name: string; password: string }
        const role = name.split('-')[0]!
        this.town = name.split('-')[1] ?? null
        if (!(role in ROLES) || password !== 'chengyun') return no(401, 'access:wrong-credentials', 'Name or password is wrong')
        this.user = { name, role }
      }
      if (request.method === 'DELETE') this.user = null
      const session = this.session()
      return session || request.method === 'DELETE' ? send(200, session) : no(401, 'access:no-session', 'Sign in')
    }
    if (!this.user) return no(401, 'access:no-session', 'Sign in')
    if (path === '/stream') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(': hello\n\n')
      this.hearers.add(response)
      response.on('close', () => this.hearers.delete(response))
      return
    }
    const area = /^\/areas\/(outline|towns|grids)\.geojson$/.exec(path)?.[1]
    if (area) return void response.setHeader('Content-Type', 'application/geo+json').end(areasText(area as AreaKind))
    if (path === '/organisations') return send(200, TOWNS.map(({ code, name, nameEn }) => ({ code: `T${code}`, name: `${name}城市运行管理中心`, nameEn })))
    if (path === '/evaluation/latencies') return send(200, { discover: { n: 12, p50: 95, p90: 240 }, warn: { n: 9, p50: 130, p90: 610 }, judge: { n: 12, p50: 8, p90: 15 }, act: { n: 0, p50: null, p90: null } })
    if (path === '/classes') return send(200, CLASSES)
    if (path === '/situation') {
      const { sensors, warnings, cases, last } = this.storm
      return send(200, { at: new Date(houseNow()).toISOString(), last, lag: 0, district: DISTRICT, crowd: { sensors: sensors.size, unknown: 0, gathered: false }, sensors: [...sensors.values()], warnings: [...warnings.values()], cases: [...cases.values()] })
    }
    if (path === '/cases' && request.method === 'POST') return send(201, this.report(String(request.headers['idempotency-key'] ?? ''), JSON.parse(body.toString()) as { title: string; lon: number; lat: number }))
    if (path === '/cases') return send(200, { cases: [...this.storm.cases.values()], total: this.storm.cases.size })
    const [, kind, id = '', verb, action] = path.split('/').map(decodeURIComponent)
    if (kind === 'warnings' && this.storm.warnings.has(id)) return send(200, verb === 'receipts' ? this.storm.receive(id, this.user.name) : this.storm.warnings.get(id))
    if (kind === 'photos' && this.photos.has(id)) {
      response.setHeader('Content-Type', this.photos.get(id)!.kind)
      response.end(this.photos.get(id)!.bytes)
      return
    }
    if (kind !== 'cases' || !this.storm.cases.has(id)) return no(404, 'http:404', 'Not found')
    if (verb === 'latencies') return send(200, { discover: 95, warn: 130, judge: 8, act: this.storm.cases.get(id)!.state === 'PENDING_HANDLING' ? null : 1260 })
    if (verb === 'photos') return send(200, this.keepPhoto(body))
    if (verb === 'actions') return this.act(id, action!, JSON.parse(body.toString() || '{}'), send, no)
    return send(200, this.caseAnswer(id))
  }

  /** The same key again is the same case, as in the house. */
  private report(key: string, body: { title: string; lon: number; lat: number }) {
    const known = this.reported.get(key)
    const [first] = this.storm.cases.values()
    const id = known ?? `c-phone-${this.reported.size + 1}`
    if (!known) {
      this.reported.set(key, id)
      this.storm.cases.set(id, { ...first!, id, title: body.title, lon: body.lon, lat: body.lat, state: 'REPORTED', stage: 'COLLECT' })
      this.storm.timelines.set(id, [])
    }
    return this.caseAnswer(id)
  }

  /** The first part of a multipart body, found by its bytes: good enough for one photo from our own form. */
  private keepPhoto(body: Buffer) {
    const text = body.toString('latin1')
    const kind = /Content-Type: (image\/\w+)/.exec(text)?.[1] ?? 'image/jpeg'
    const from = text.indexOf('\r\n\r\n', text.indexOf('image/')) + 4
    const photo = `p-${this.photos.size + 1}`
    this.photos.set(photo, { kind, bytes: body.subarray(from, text.indexOf('\r\n--', from)) })
    return { id: photo }
  }

  private act(id: string, action: string, body: { version: number; note?: string; evidence?: string[] }, send: (status: number, json: unknown) => void, no: (status: number, code: string, detail: string, advice?: string) => void): void {
    const card = this.storm.cases.get(id)!
    const step = NEXT[card.state]?.find((each) => each.action === action)
    if (body.version !== card.version || body.note === '409') {
      this.storm.change(id, {})
      return no(409, 'casework:changed-meanwhile', 'The case has changed since you opened it', 'Look at the newest version and decide again')
    }
    if (!step) return no(409, 'casework:not-allowed-now', `Not allowed in ${card.state}`)
    this.storm.note(id, `casework.${step.event}`, this.user!.name, body.note ?? null, body.evidence ?? [])
    this.storm.change(id, step.to ? { state: step.to[0], stage: step.to[1] } : {})
    send(200, this.caseAnswer(id))
  }
}

export function fakeCity(): Plugin {
  return {
    name: 'chengyun-fake-city',
    apply: (_, { command }) => command === 'serve' && !process.env.VITEST,
    configureServer(server) {
      const city = new FakeCity()
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/api/')) next()
        else void city.answer(request, response)
      })
    },
  }
}
