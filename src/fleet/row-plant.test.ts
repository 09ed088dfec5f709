import { expect, it } from 'vitest'
import { codedNames, instantNames, unreadableNames } from './page-columns'
import { rowPlant } from './row-plant'
import { fromNames } from '@/lib/keyed-record'

const columnsOf = (code: number, bits = 0) => ({
  coded: fromNames(codedNames, (name) => ({
    at: () => (name === 'template' ? 't1\nBattery' : ''),
  })),
  instants: fromNames(instantNames, () => [code]),
  failures: [Number.NaN],
  unreadable: [bits],
})

it.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [Number.NaN, null],
  [-Infinity, 'not a date'],
])('writes the instant with the code %d as %s', (code, text) => {
  expect(rowPlant(columnsOf(code), 0, undefined).lastSeenAt).toBe(text)
})

it('names unreadable members, and shows no instant for them', () => {
  const bits = 1 << unreadableNames.indexOf('lastSeenAt')
  const plant = rowPlant(columnsOf(0, bits), 0, undefined)
  expect(plant).toMatchObject({ unreadable: ['lastSeenAt'], lastSeenAt: null })
  expect(plant.createdAt).toBe('1970-01-01T00:00:00.000Z')
})

it('keeps the template’s ID and name, and a missing count apart from 0', () => {
  const { template, templateId, authFailureCount } = rowPlant(columnsOf(0), 0, undefined)
  expect({ template, templateId, authFailureCount }).toEqual({
    template: { id: 't1', name: 'Battery' },
    templateId: 't1',
    authFailureCount: null,
  })
})
