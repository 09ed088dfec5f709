import { expect, it } from 'vitest'
import { commandChoices, matchingChoices } from './command-names'

const template = {
  id: 't1',
  name: 'PV',
  actions: [
    { command: 'CHARGE', label: 'Charge', payload: { powerKw: 50 } },
    { command: 'ALIGN' },
    { command: '' },
    'unknown',
  ],
}

it('offers the template’s actions before the platform’s commands, each once', () => {
  const choices = commandChoices({ template })
  expect(choices.slice(0, 3)).toEqual([
    {
      command: 'CHARGE',
      label: 'Charge',
      payload: '{"powerKw":50}',
      parameters: [],
      source: 'template',
    },
    { command: 'ALIGN', label: 'ALIGN', payload: undefined, parameters: [], source: 'template' },
    {
      command: 'DISCHARGE',
      label: 'DISCHARGE',
      payload: undefined,
      parameters: [],
      source: 'platform',
    },
  ])
  expect(choices.filter(({ command }) => command === 'CHARGE')).toHaveLength(1)
  expect(choices).toHaveLength(16)
})

it.each([{ template: null }, {}, { template: { id: 't', name: '', actions: null } }])(
  'offers the platform’s commands without a template’s actions: %j',
  (plant) => {
    expect(commandChoices(plant)).toHaveLength(15)
  },
)

it('finds commands by name or label, with those that start with the text first', () => {
  const names = (typed: string) =>
    matchingChoices(commandChoices({ template }), typed).map(({ command }) => command)
  expect(names('g')).toEqual([
    'GET_INFO',
    'CHARGE',
    'ALIGN',
    'DISCHARGE',
    'CHARGE_ONLY',
    'DISCHARGE_ONLY',
    'CONTINUOUS_CHARGE',
  ])
  expect(names(' charge ')[0]).toBe('CHARGE')
  expect(names('zzz')).toEqual([])
  expect(names('')).toHaveLength(16)
})
