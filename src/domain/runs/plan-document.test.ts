import { expect, it } from 'vitest'
import { commandAction, planDocument } from './plan-document'
import { printRunFile, readRunFile } from './run-document'
import { defaultRunSettings } from './run-settings'
import { testRunPlant } from './test-runs'

const about = { id: 'run-1', createdAtMs: 1, createdBy: 'admin', scope: 's', note: 'Weekly' }
const plants = [
  testRunPlant('a', { status: 'OFFLINE' }),
  testRunPlant('b', { type: 'SENSOR' }),
  testRunPlant('c'),
]
const action = commandAction({ command: 'HOLD', payload: '{"power": 1.50}', target: 'A' }, 'target')

it('keeps the exact bytes of the command', () => {
  expect(action).toMatchObject({
    content: { command: 'HOLD', payload: '{"power": 1.50}', target: 'A' },
    body: '{"command":"HOLD","target":"A","payload":{"power": 1.50}}',
  })
  expect(commandAction({ command: 'HOLD', payload: undefined }, null)).toEqual({
    kind: 'command',
    content: { command: 'HOLD' },
    targetKey: null,
    body: '{"command":"HOLD"}',
  })
})

it('has the canary plants first, and the populations of what is limited', () => {
  const settings = {
    ...defaultRunSettings,
    limits: [
      { attribute: 'type', percent: 10 },
      { attribute: 'group', percent: 50 },
    ],
  }
  const type = {
    valuesOf: (id: string) => [id === 'b' ? 'SENSOR' : 'GATEWAY'],
    counts: new Map([
      ['GATEWAY', 40],
      ['SENSOR', 7],
      ['ACTUATOR', 3],
    ]),
  }
  const group = {
    valuesOf: (id: string) => (id === 'a' ? ['g1', 'g2'] : ['']),
    counts: new Map([['g1', 2]]),
  }
  const attributeOf = (attribute: string) => (attribute === 'type' ? type : group)
  const made = planDocument({ about, action, settings, plants, attributeOf })
  expect(made.plants.map(({ id, values }) => [id, ...values])).toEqual([
    ['b', ['SENSOR'], ['']],
    ['a', ['GATEWAY'], ['g1', 'g2']],
    ['c', ['GATEWAY'], ['']],
  ])
  expect(made.populations).toEqual([
    { attribute: 'type', value: 'GATEWAY', plants: 40 },
    { attribute: 'type', value: 'SENSOR', plants: 7 },
    { attribute: 'group', value: 'g1', plants: 2 },
  ])
})

it('makes a document that can be saved and read back', async () => {
  const made = planDocument({
    about,
    action,
    settings: defaultRunSettings,
    plants,
    attributeOf: () => undefined,
  })
  const read = await readRunFile(await printRunFile(made))
  expect(read).toMatchObject({ document: made })
})
