import { expect, test } from 'vitest'
import { beginnings, isWhole } from './beside'

const kinds = (roles: string[], ended: boolean) => beginnings(roles, ended).map((each) => each.kind)

test('what may be begun depends on the role and on whether the case has ended', () => {
  expect(kinds(['COMMANDER'], false)).toEqual(['supervise', 'blow', 'project'])
  expect(kinds(['COMMANDER'], true)).toEqual(['project'])
  expect(kinds(['HANDLER'], false)).toEqual([])
  expect(kinds(['HANDLER'], true)).toEqual(['appeal'])
})

test('nothing is sent before everything was said', () => {
  expect(isWhole(['organisations', 'note'], { organisations: [], note: 'come' })).toBe(false)
  expect(isWhole(['organisations', 'note'], { organisations: ['D-ROADS'], note: ' ' })).toBe(false)
  expect(isWhole(['organisations', 'note'], { organisations: ['D-ROADS'], note: 'come' })).toBe(true)
})
