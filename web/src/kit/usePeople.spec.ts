import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addMessages } from '@/lib/words'
import { forgetPeople, usePeople } from './usePeople'

const ZHANG = { id: 'zhang', roles: ['INSPECTOR'], organisation: 'T1', name: '张三', nameEn: 'Zhang San' }
const MASKED = { id: 'li', roles: ['HANDLER', 'INSPECTOR'], organisation: 'T1', name: null, nameEn: null }
let asked: string[] = []
let staff: object[] = []
let up = true
let hold = Promise.resolve()

beforeEach(() => {
  addMessages('zh', {
    'person.house': '系统', 'person.asking': '…', 'person.named': '{post} {name}', 'person.at': '{organisation} {who}', 'kit.comma': '、',
    'role.INSPECTOR': '网格员', 'role.HANDLER': '处置员',
  })
  asked = []
  staff = [ZHANG, MASKED]
  up = true
  hold = Promise.resolve()
  forgetPeople()
  vi.stubGlobal('fetch', (path: string) => {
    if (path.startsWith('/api/organisations')) return Promise.resolve(new Response('[{"code":"T1","name":"七宝镇","nameEn":"Qibao"}]'))
    asked.push(path)
    const said = JSON.stringify(staff)
    return up ? hold.then(() => new Response(said)) : Promise.reject(new TypeError('gone'))
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('people', () => {
  it('are read by post and name, with their organisation where none stands beside', async () => {
    const { personName, personAt } = usePeople()
    expect(personName('zhang')).toBe('…')
    await vi.waitFor(() => expect(personName('zhang')).toBe('网格员 张三'))
    await vi.waitFor(() => expect(personAt('zhang')).toBe('七宝镇 网格员 张三'))
  })

  it('are a post where the reader may not know the name, and no id with it', async () => {
    const { personName, personAt } = usePeople()
    personName('li')
    await vi.waitFor(() => expect(personName('li')).toBe('处置员、网格员'))
    expect(personAt('li')).toBe('七宝镇 处置员、网格员')
  })

  it('are the id where nobody is known of that id, and the house where it acted', async () => {
    const { personName, personAt } = usePeople()
    personName('left')
    personName('zhang')
    await vi.waitFor(() => expect(personName('zhang')).toBe('网格员 张三'))
    expect([personName('left'), personAt('left'), personName('house'), personAt('house'), personName(null)]).toEqual(['left', 'left', '系统', '系统', '系统'])
  })

  it('are asked for once, together', async () => {
    const { personName } = usePeople()
    for (const id of ['zhang', 'li', 'zhang', 'house']) personName(id)
    await vi.waitFor(() => expect(personName('zhang')).toBe('网格员 张三'))
    expect(asked).toEqual(['/api/staff?id=zhang&id=li'])
  })

  it('are asked for a hundred at a time', async () => {
    const { personName } = usePeople()
    for (let n = 0; n < 130; n++) personName(`p${n}`)
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect(asked.map((path) => path.split('id=').length - 1)).toEqual([100, 30])
  })

  it('are asked for again where the platform did not answer', async () => {
    const { personName } = usePeople()
    up = false
    personName('zhang')
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    await new Promise((done) => setTimeout(done))
    up = true
    expect(personName('zhang')).toBe('zhang')
    await vi.waitFor(() => expect(personName('zhang')).toBe('网格员 张三'))
  })

  it('are forgotten when somebody else sits down, also those on their way', async () => {
    const { personName } = usePeople()
    personName('zhang')
    await vi.waitFor(() => expect(personName('zhang')).toBe('网格员 张三'))
    let answer = () => {}
    hold = new Promise((done) => (answer = done))
    personName('li')
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    forgetPeople()
    staff = []
    answer()
    await new Promise((done) => setTimeout(done))
    expect([personName('zhang'), personName('li')]).toEqual(['…', '…'])
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    await vi.waitFor(() => expect([personName('zhang'), personName('li')]).toEqual(['zhang', 'li']))
  })
})
