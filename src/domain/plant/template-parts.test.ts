import { describe, expect, it } from 'vitest'
import {
  isForPlants,
  readAction,
  readSignal,
  templateLevelLabel,
  templateTypeLabel,
} from './template-parts'

describe('readSignal', () => {
  it('reads a numeric signal as documented, and as the embedded platform sends it', () => {
    const soc = {
      key: 'soc',
      label: 'State of charge',
      field: 'battery.soc',
      unit: '%',
      aggregate: 'last',
      chartGroup: 'power',
      chartAxis: 'right',
      featured: true,
    }
    const expected = {
      kind: 'numeric',
      key: 'soc',
      label: 'State of charge',
      source: 'field battery.soc',
      unit: '%',
      notes: ['last', 'chart power', 'right axis'],
      isFeatured: true,
      rest: undefined,
    }
    expect(readSignal(soc)).toEqual({ part: expected })
    expect(readSignal({ kind: 'NUMERIC', ...soc })).toEqual({ part: expected })
  })

  it('reads a binary signal, including bit 0 and an alert on false', () => {
    expect(readSignal({ key: 'door', label: 'Door', bit: 0, alertOn: false })).toEqual({
      part: {
        kind: 'binary',
        key: 'door',
        label: 'Door',
        source: 'bit 0',
        unit: '',
        notes: ['alert when off'],
        isFeatured: false,
        rest: undefined,
      },
    })
  })

  it('keeps undocumented members, and members of the wrong type unchanged', () => {
    const odd = { kind: 'TEXT', key: 'mode', bit: '3', alertOn: 'yes', scale: [1, 2] }
    expect(readSignal(odd)).toMatchObject({
      part: {
        kind: 'other',
        label: 'mode',
        source: '',
        notes: [],
        rest: '{"kind":"TEXT","bit":"3","alertOn":"yes","scale":[1,2]}',
      },
    })
    expect(readSignal({ key: 'a', field: 'a' })).toMatchObject({ part: { source: '' } })
    const both = readSignal({ key: 'a', bit: 1, field: 'f' })
    expect(both).toMatchObject({ part: { kind: 'other', source: 'bit 1, field f' } })
  })

  it.each([
    [{ name: 'a' }, '{"name":"a"}'],
    [{ key: 5, label: null }, '{"key":5,"label":null}'],
    [{}, '{}'],
    ['soc', '"soc"'],
    [['soc'], '["soc"]'],
    [null, 'null'],
    [undefined, 'undefined'],
    [JSON.parse('{"__proto__":{"key":"x"}}'), '{"__proto__":{"key":"x"}}'],
  ])('shows %j as its JSON text', (item, json) => {
    expect(readSignal(item)).toEqual({ json })
    expect(readAction(item)).toEqual({ json })
  })

  it('keeps nesting of any depth', () => {
    const levels = 100_000
    const deep = '['.repeat(levels) + ']'.repeat(levels)
    const read = readSignal({ label: 'x', deep: JSON.parse(deep) as unknown })
    // Compared here because a failing matcher would print all of it.
    expect('part' in read && read.part.rest === `{"deep":${deep}}`).toBe(true)
  })
})

describe('readAction', () => {
  it('reads a command with its payload', () => {
    const charge = { command: 'CHARGE', label: 'Charge', payload: { powerKw: 50 } }
    expect(readAction(charge)).toEqual({
      part: {
        command: 'CHARGE',
        label: 'Charge',
        payload: '{"powerKw":50}',
        parameters: [],
        rest: undefined,
      },
    })
    expect(readAction({ command: 'HOLD', payload: null, icon: 'x' })).toEqual({
      part: {
        command: 'HOLD',
        label: '',
        payload: undefined,
        parameters: [],
        rest: '{"icon":"x"}',
      },
    })
    expect(readAction({ command: 'X', payload: 0 })).toMatchObject({ part: { payload: '0' } })
  })
})

it('labels known types and levels, and keeps others raw', () => {
  expect(['BATTERY', 'FRIDGE', 'toString', '', null].map(templateTypeLabel)).toEqual([
    'Battery',
    'FRIDGE',
    'toString',
    undefined,
    undefined,
  ])
  expect(['SUB_DEVICE', 'CELL', undefined].map(templateLevelLabel)).toEqual([
    'Sub-device',
    'CELL',
    undefined,
  ])
})

it.each([
  ['PLANT', true],
  ['SUB_DEVICE', false],
  ['FLEET', false],
  [null, false],
])('finds that a template of level %s is for plants: %s', (level, isIt) => {
  expect(isForPlants({ level })).toBe(isIt)
})
