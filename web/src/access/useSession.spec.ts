import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetPeople, usePeople } from '@/kit/usePeople'
import { useSession } from './useSession'

const NAMES: Record<string, string | null> = { officer: '张三', handler: null }
let sitting = ''

afterEach(() => vi.unstubAllGlobals())

describe('whoever signs in', () => {
  it('sees no name that only the one before might know', async () => {
    forgetPeople()
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
      if (path.startsWith('/api/staff')) return Promise.resolve(new Response(JSON.stringify([{ id: 'zhang', roles: [], organisation: '', name: NAMES[sitting], nameEn: null }])))
      if (init?.method === 'POST') sitting = (JSON.parse(String(init.body)) as { name: string }).name
      return Promise.resolve(new Response(JSON.stringify({ user: { id: sitting, roles: [] } })))
    })
    const { signIn } = useSession()
    const { personName } = usePeople()
    await signIn('officer', 'x')
    personName('zhang')
    await vi.waitFor(() => expect(personName('zhang')).toBe('person.named'))
    await signIn('handler', 'x')
    expect(personName('zhang')).toBe('person.asking')
    await vi.waitFor(() => expect(personName('zhang')).toBe(''))
  })
})
