import type { CaseCard, Grade, Schemas, Sensor, Warning } from '../src/lib/wire'
import { TOWNS } from './fakeGeo.ts'

/** A storm that only looks like one: enough movement to work on the console without a platform. */
const START = Date.parse('2026-06-17T06:00:00Z')
const SPEED = 60
const GRADES: Grade[] = ['BLUE', 'YELLOW', 'ORANGE', 'RED']
const LIMITS = [35, 50, 80, 100]
const born = Date.now()

export const houseNow = () => START + (Date.now() - born) * SPEED
const iso = (millis: number) => new Date(millis).toISOString()
const gradeOf = (sum: number): Grade | null => GRADES[LIMITS.filter((limit) => sum > limit).length - 1] ?? null

export class FakeStorm {
  last = 1200
  readonly sensors = new Map<number, Sensor>()
  readonly warnings = new Map<string, Warning>()
  readonly cases = new Map<string, CaseCard>()
  readonly timelines = new Map<string, Schemas['casework.Casework.Line'][]>()
  constructor(private readonly tell: (kind: string, number: number, data: unknown) => void) {
    TOWNS.forEach((town, i) => {
      this.sensors.set(i + 1, this.sensor(i + 1, `${town.name}雨量站`, 'rainfall', '雨量', 'Rainfall in the interval', 'mm', town.at[0], town.at[1], town.code))
      if (i < 12) this.sensors.set(100 + i, this.sensor(100 + i, `${town.name}下穿道积水监测点`, 'water_depth', '积水深度', 'Depth of standing water', 'cm', town.at[0] + 0.006, town.at[1] - 0.006, town.code))
    })
    for (let i = 0; i < 7; i++) this.step()
  }

  private sensor(stream: number, thingName: string, property: string, propertyName: string, propertyNameEn: string, unit: string, lon: number, lat: number, town: string): Sensor {
    return { stream, thing: `${property}-${stream}`, thingName, property, propertyName, propertyNameEn, unit, lon, lat, town, value: null, at: null, state: 'UNKNOWN', grade: null }
  }

  private hour = 0
  step(): void {
    this.hour += 0.15
    const changed: Sensor[] = []
    for (const [stream, sensor] of this.sensors) {
      if (stream === 4 || stream === 107) {
        if (this.hour < 0.4) changed.push({ ...sensor, value: 3.2, at: iso(houseNow() - 45 * 60_000) })
        continue
      }
      const peak = Math.max(0, Math.sin((this.hour + (stream % 14) * 0.25) / 2)) ** 2
      const rain = stream < 100
      const value = rain ? 112 * peak * (0.45 + ((stream * 37) % 10) / 15) : 34 * peak * (0.3 + ((stream * 53) % 10) / 12)
      const grade = rain ? gradeOf(value) : value >= 25 ? 'RED' : value >= 15 ? 'YELLOW' : null
      changed.push({ ...sensor, value: Math.round(value * 10) / 10, at: iso(houseNow()), state: 'OK', grade })
    }
    for (const sensor of changed) {
      this.sensors.set(sensor.stream, sensor)
      if (sensor.grade) this.warn(sensor, sensor.grade)
    }
    this.tell('sensors', this.last, changed)
  }

  private warn(sensor: Sensor, grade: Grade): void {
    const danger = sensor.property === 'rainfall' ? 'rainstorm' : 'waterlogging'
    const id = `w-${danger}-${sensor.town}`
    const known = this.warnings.get(id)
    if (known && known.grade === grade) return
    const at = iso(houseNow())
    const limit = LIMITS[GRADES.indexOf(grade)]!
    const warning: Warning = {
      id,
      identity: { scenario: 'flood', danger, town: sensor.town! },
      grade,
      label: danger === 'rainstorm' ? { name: '暴雨', nameEn: 'Rainstorm', icon: 'rain' } : { name: '积水', nameEn: 'Waterlogging', icon: 'flood' },
      state: 'STANDING',
      voices: [{
        origin: { scenario: 'flood', rule: `${danger}-1h`, version: 1, danger },
        source: { stream: sensor.stream, thing: sensor.thing, property: sensor.property, town: sensor.town!, grid: `${sensor.town}G01`, lon: sensor.lon, lat: sensor.lat, scope: null },
        state: 'GRADED',
        grade,
        measure: { value: sensor.value!, unit: sensor.unit, sentence: danger === 'rainstorm' ? `1 小时雨量 ${sensor.value} mm，限值 ${limit} mm` : `积水深度 ${sensor.value} cm`, sentenceEn: danger === 'rainstorm' ? `${sensor.value} mm in 1 h, limit ${limit} mm` : `${sensor.value} cm of standing water` },
        at,
      }],
      times: { firstObservedAt: known?.times.firstObservedAt ?? at, raisedAt: known?.times.raisedAt ?? at, changedAt: at, easedAt: null, liftedAt: null },
      receipts: known?.receipts ?? [],
    }
    this.warnings.set(id, warning)
    this.tell('warning', ++this.last, warning)
    if (!known) this.open(warning, sensor)
  }

  private open(warning: Warning, sensor: Sensor): void {
    const town = TOWNS.find((each) => each.code === sensor.town)!
    const id = `c-${String(this.cases.size + 1).padStart(4, '0')}`
    const states = [['PENDING_HANDLING', 'HANDLE'], ['HANDLING', 'HANDLE'], ['PENDING_INSPECTION', 'INSPECT'], ['PENDING_DISPATCH', 'DISPATCH']] as const
    const [state, stage] = states[this.cases.size % states.length]!
    const waterlogged = warning.identity.danger === 'waterlogging'
    const now = houseNow()
    const card: CaseCard = {
      id, caseClass: waterlogged ? '0506' : '0599',
      title: waterlogged ? `${town.name}道路积水：${warning.voices[0]!.measure.sentence}` : `${town.name}暴雨预警：${warning.voices[0]!.measure.sentence}`,
      titleEn: `${waterlogged ? 'Road flooding' : 'Rainstorm'} in ${town.nameEn}: ${warning.voices[0]!.measure.sentenceEn}`,
      state, stage, town: town.code, grid: `${town.code}G01`,
      lon: sensor.lon, lat: sensor.lat,
      holder: { organisation: `T${town.code}`, person: null }, grade: warning.grade,
      businessDeadlineAt: iso(now + (90 + this.cases.size * 25) * 60_000),
      holderDeadlineAt: iso(now + (12 + this.cases.size * 14) * 60_000),
      contactDeadlineAt: null, overdue: false, openedAt: iso(now), changedAt: iso(now), warning: warning.id, version: 1,
    }
    this.cases.set(id, card)
    this.timelines.set(id, [])
    for (const type of ['casework.Reported', 'casework.Filed', 'casework.Dispatched']) this.note(id, type, 'house', null, [])
    this.tell('case', ++this.last, card)
  }

  note(id: string, type: string, by: string, note: string | null, evidence: string[]): void {
    const { organisation } = this.cases.get(id)!.holder
    this.timelines.get(id)!.push({ number: ++this.last, at: iso(houseNow()), type, by, organisation, note, legalGround: null, evidence })
  }

  change(id: string, change: Partial<CaseCard>): CaseCard {
    const known = this.cases.get(id)!
    const card = { ...known, ...change, version: known.version + 1, changedAt: iso(houseNow()) }
    this.cases.set(id, card)
    this.tell('case', ++this.last, card)
    return card
  }

  receive(id: string, by: string): Warning {
    const known = this.warnings.get(id)!
    const warning = { ...known, receipts: [...known.receipts, { by, organisation: 'D310112', at: iso(houseNow()) }] }
    this.warnings.set(id, warning)
    this.tell('warning', ++this.last, warning)
    return warning
  }
}
