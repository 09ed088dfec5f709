import { expect, it } from 'vitest'
import { reviewPayload } from './payload-fields'
import { readParameters } from '@/domain/plant/action-parameters'

const charge = { payload: '{"powerKw":50,"durationMin":30}', parameters: [] }

it('has the payload’s members, with the template’s values as examples', () => {
  expect(reviewPayload(charge.payload, charge)).toEqual({
    fields: [
      { name: 'powerKw', kind: 'number', value: '50', hint: 'Example: 50', finding: undefined },
      { name: 'durationMin', kind: 'number', value: '30', hint: 'Example: 30', finding: undefined },
    ],
    findings: [],
    isExample: true,
  })
})

it('has an empty field without an error for a missing parameter', () => {
  for (const payload of ['', '{}', '{"durationMin":1}']) {
    const { fields, isExample } = reviewPayload(payload, charge)
    expect(fields.find(({ name }) => name === 'powerKw')).toMatchObject({
      kind: 'number',
      value: '',
      hint: 'Example: 50',
      finding: undefined,
    })
    expect(isExample).toBe(false)
  }
})

it('hints at a missing parameter that the template requires', () => {
  const parameters = readParameters({ powerKw: { type: 'number', required: true } }) ?? []
  const model = { payload: '{"powerKw":50}', parameters }
  const hintIn = (payload: string) => reviewPayload(payload, model).fields[0]?.hint
  expect(hintIn('')).toBe('Required by the template; example: 50')
  expect(hintIn('{"powerKw":1}')).toBe('Example: 50')
})

it('says nothing about what is missing before the payload is begun', () => {
  const model = { payload: '{"isOn":true}', parameters: [] }
  expect(reviewPayload('', model).findings).toEqual([])
  expect(reviewPayload('{}', model).findings).toHaveLength(1)
})

it('keeps a number’s field while it has no number', () => {
  for (const value of ['much', '']) {
    const payload = JSON.stringify({ powerKw: value, durationMin: 30 })
    expect(reviewPayload(payload, charge).fields[0]).toMatchObject({
      kind: 'number',
      value,
      finding: 'Not a number, so it is sent as text.',
    })
  }
})

it('says what the template allows', () => {
  const parameters =
    readParameters({ minPct: { type: 'integer', min: 0, max: 100 }, isOn: { type: 'bool' } }) ?? []
  const { fields } = reviewPayload('{"minPct":-9999}', { payload: '{"minPct":10}', parameters })
  expect(fields).toEqual([
    {
      name: 'minPct',
      kind: 'number',
      value: '-9999',
      hint: 'Whole number, 0 to 100; example: 10',
      finding: 'minPct is -9999; the template allows: whole number, 0 to 100.',
    },
  ])
})

it('has no fields for a payload of another shape, and lists what is odd about it', () => {
  const model = { payload: '{"slots":[{"powerKw":1}],"mode":"ECO"}', parameters: [] }
  const { fields, findings } = reviewPayload('{"slots":[{"powerKw":"x"}]}', model)
  expect(fields).toEqual([])
  expect(findings).toEqual([
    'mode is missing; the template’s example has it.',
    'slots[0].powerKw is a text; in the template’s example it is a number.',
  ])
})

it('has no fields where the template says nothing', () => {
  expect(reviewPayload('{"a":1}', { payload: undefined, parameters: [] })).toEqual({
    fields: [],
    findings: [],
    isExample: false,
  })
})
