import { expect, test } from 'vitest'
import { saidOf, short } from './timeline'
import en from './words.en.json'
import zh from './words.zh.json'

const line = (type: string, note: string | null) => ({ type, note, organisation: 'T310112103' })

test('whoever is told that a limit passed is named in a sentence', () => {
  expect(saidOf(line('casework.ContactMissed', 'TOWN'))).toEqual({ key: 'said.ContactMissed', level: 'TOWN' })
  expect(saidOf(line('casework.Escalated', 'GRID'))).toEqual({ key: 'said.Escalated', level: 'GRID' })
})

test('at the end of a shift it is said who had it and who has it: another, the same again, or the post', () => {
  const relieved = (to: string) => saidOf(line('casework.Relieved', `inspector-310112103 → ${to}`))
  expect(relieved('inspector')).toEqual({ key: 'said.relieved.other', from: 'inspector-310112103', to: 'inspector' })
  expect(relieved('inspector-310112103')).toMatchObject({ key: 'said.relieved.same' })
  expect(relieved('T310112103')).toMatchObject({ key: 'said.relieved.post', to: 'T310112103' })
})

test('what somebody wrote stands as it was written', () => {
  expect(saidOf(line('casework.Returned', '甲 → 乙，非我部门'))).toEqual({ text: '甲 → 乙，非我部门' })
  expect(saidOf(line('casework.Relieved', '***'))).toEqual({ text: '***' })
  expect(saidOf(line('casework.Signed', null))).toBeNull()
})

test('every sentence, level and event that the house tells of itself has words in both languages', () => {
  const keys = ['Relieved', 'ContactMissed', 'Escalated'].map((type) => `event.${short(type)}`)
  keys.push('action.relieve', 'said.Escalated', 'said.ContactMissed', ...['other', 'same', 'post'].map((who) => `said.relieved.${who}`))
  keys.push(...['GRID', 'TOWN', 'DISTRICT'].map((level) => `level.${level}`))
  for (const words of [zh, en] as Record<string, string>[]) expect(keys.filter((key) => !words[key])).toEqual([])
})
