import { describe, expect, it } from 'vitest'
import { allowedText, parametersMember, readParameters } from './action-parameters'
import { readAction } from './template-parts'

const seconds = { type: 'integer', minimum: 1, maximum: 3600, unit: 's' }

const shapes: [what: string, value: unknown][] = [
  ['a JSON Schema', { type: 'object', properties: { seconds }, required: ['seconds'] }],
  ['a list', [{ name: 'seconds', type: 'int', min: 1, max: 3600, unit: 's', required: true }]],
  ['a map', { seconds: { ...seconds, required: true } }],
]

describe('the parameters of an action', () => {
  it.each(shapes)('are read from %s', (_what, value) => {
    expect(readParameters(value)).toEqual([
      {
        name: 'seconds',
        kind: 'number',
        isInteger: true,
        isRequired: true,
        unit: 's',
        least: { value: 1, isOpen: false },
        most: { value: 3600, isOpen: false },
        choices: undefined,
      },
    ])
  })

  it.each([
    ['text'],
    [5],
    [[5]],
    [{ seconds: 5 }],
    [{ seconds: { pattern: '^a' } }],
    [[{ min: 1 }]],
  ])('aren’t claimed to be known from %j', (value) => {
    expect(readParameters(value)).toBeUndefined()
  })

  it('are in one of several members', () => {
    expect(parametersMember({ command: 'A', params: [1] })).toEqual({ name: 'params', value: [1] })
    expect(parametersMember({ command: 'A', payload: {} })).toBeUndefined()
    expect(parametersMember(null)).toBeUndefined()
  })

  it('leave the rest of the action only once they are read', () => {
    const action = { command: 'A', params: { seconds } }
    expect(readAction(action)).toMatchObject({
      part: { parameters: [{ name: 'seconds' }], rest: undefined },
    })
    expect(readAction({ command: 'A', params: 'see the manual' })).toMatchObject({
      part: { parameters: [], rest: '{"params":"see the manual"}' },
    })
  })
})

it.each([
  [seconds, 'whole number, 1 to 3600 s'],
  [{ type: 'number', exclusiveMinimum: 0, unit: 'kW' }, 'more than 0 kW'],
  [{ type: 'number', minimum: 0, exclusiveMinimum: true, max: 5 }, 'more than 0, at most 5'],
  [{ type: 'number', unit: '%' }, '%'],
  [{ enum: ['ECO', 2, false] }, 'one of ECO, 2, false'],
  [{ type: 'string' }, ''],
])('describes what %j allows', (spec, text) => {
  const [parameter] = readParameters({ a: spec }) ?? []
  expect(parameter && allowedText(parameter)).toBe(text)
})
