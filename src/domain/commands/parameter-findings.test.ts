import { describe, expect, it } from 'vitest'
import { isExample, parameterFindings, parameterNames } from './parameter-findings'
import { readParameters } from '@/domain/plant/action-parameters'

const byExample = {
  payload: '{"powerKw":50,"mode":"ECO","isFast":true,"slots":[{"powerKw":40}],"note":null}',
  parameters: [],
}
const whole = '"mode":"ECO","isFast":true,"slots":[],"note":null'
const described = {
  payload: '{"minPct":10}',
  parameters:
    readParameters({
      properties: {
        minPct: { type: 'integer', minimum: 0, maximum: 100, unit: '%' },
        mode: { type: 'string', enum: ['ECO', 'FAST'] },
        isFast: { type: 'boolean' },
        powerKw: { type: 'number', exclusiveMinimum: 0 },
      },
      required: ['minPct'],
    }) ?? [],
}

const texts = (payload: string, model: Parameters<typeof parameterFindings>[1]) =>
  parameterFindings(payload, model).map(({ text }) => text)

describe('compared with the template’s example', () => {
  it.each([
    [`{"powerKw":"abc",${whole}}`, 'powerKw is a text; in the template’s example it is a number.'],
    [`{"powerKw":-9999,${whole}}`, 'powerKw is -9999; the template’s example is 50.'],
    [`{"powerKw":5001,${whole}}`, 'powerKw is 5001, over 100 times the template’s example (50).'],
    [`{${whole}}`, 'powerKw is missing; the template’s example has it.'],
    [
      `{"powerKw":1,${whole},"powrKw":5}`,
      'powrKw isn’t among the template’s parameters (powerKw, mode, isFast, slots, note).',
    ],
    [
      '{"powerKw":1,"mode":"ECO","isFast":"yes","slots":[],"note":1}',
      'isFast is a text; in the template’s example it is true or false.',
    ],
    [
      '{"powerKw":1,"mode":"ECO","isFast":false,"slots":[{"powerKw":1},{"powerKw":-1}],"note":{}}',
      'slots[1].powerKw is -1; the template’s example is 40.',
    ],
  ])('%s is odd', (payload, text) => {
    expect(texts(payload, byExample)).toEqual([text])
  })

  it.each([`{"powerKw":5000,${whole}}`, `{"powerKw":0,${whole}}`, '{', '[1]'])(
    'nothing is odd about %s',
    (payload) => {
      expect(texts(payload, byExample)).toEqual([])
    },
  )

  it('no payload lacks every parameter', () => {
    expect(parameterFindings('', byExample).map(({ name }) => name)).toEqual(
      parameterNames(byExample),
    )
  })

  it('shortens a number of many digits', () => {
    const digits = '-1'.padEnd(100, '0')
    expect(texts(`{"powerKw":${digits},${whole}}`, byExample)[0]).toContain(
      `${digits.slice(0, 40)}…;`,
    )
  })
})

describe('compared with the described parameters', () => {
  it.each([
    ['{"minPct":-9999}', 'minPct is -9999; the template allows: whole number, 0 to 100 %.'],
    ['{"minPct":101}', 'minPct is 101; the template allows: whole number, 0 to 100 %.'],
    ['{"minPct":1.5}', 'minPct is 1.5; the template allows: whole number, 0 to 100 %.'],
    ['{"minPct":"abc"}', 'minPct is a text; the template asks for a number.'],
    ['{}', 'minPct is missing; the template requires it.'],
    ['', 'minPct is missing; the template requires it.'],
    ['{"minPct":1,"mode":"X"}', 'mode isn’t one of the template’s values (ECO, FAST).'],
    ['{"minPct":1,"isFast":1}', 'isFast is a number; the template asks for true or false.'],
    ['{"minPct":1,"powerKw":0}', 'powerKw is 0; the template allows: more than 0.'],
  ])('%j is odd', (payload, text) => {
    expect(texts(payload, described)).toEqual([text])
  })

  it.each(['{"minPct":0}', '{"minPct":1.0e2,"mode":"ECO","isFast":false,"powerKw":0.1}'])(
    'nothing is odd about %s',
    (payload) => {
      expect(texts(payload, described)).toEqual([])
    },
  )
})

it('finds nothing where the template says nothing', () => {
  expect(parameterFindings('{"a":1}', { payload: undefined, parameters: [] })).toEqual([])
  expect(parameterFindings('{"a":1}', { payload: '{}', parameters: [] })).toEqual([])
})

it('recognizes the example, however it is laid out', () => {
  expect(isExample('{ "minPct": 10.0 }', described)).toBe(true)
  expect(isExample('{"minPct":11}', described)).toBe(false)
  expect(isExample('{}', { payload: '{}', parameters: [] })).toBe(false)
})
