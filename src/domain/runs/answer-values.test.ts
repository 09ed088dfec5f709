import { expect, it } from 'vitest'
import { countValues, fieldOf, isIndividual } from './answer-values'
import { runAnswer } from './run-answer'

const answers = (...responses: string[]) =>
  responses.map((response, at) => runAnswer({ id: `r${at}`, response }))

it('numbers the values over all fields, and counts them', () => {
  const { fields, codes } = countValues(answers('{"a":1,"b":1}', '{"a":1.0}', '{"a":1}'))
  expect(codes).toEqual([[1, 2], [3], [1]])
  expect(fields.map(fieldOf)).toEqual([
    {
      path: 'a',
      plants: 3,
      values: [
        { text: '1', plants: 2 },
        { text: '1.0', plants: 1 },
      ],
    },
    { path: 'b', plants: 1, values: [{ text: '1', plants: 1 }] },
  ])
})

it.each([
  ['up', 4, 4, 4, true],
  ['up', 4, 4, 11, true],
  ['firmware', 5, 3, 5, false],
  ['up', 11, 10, 11, false],
  ['up', 12, 7, 12, true],
  ['up', 12, 6, 12, false],
  ['up', 4, 3, 12, true],
  ['up', 3, 3, 3, false],
  ['up', 4, 4, 300, true],
  ['msg', 4, 4, 300, false],
  ['err', 151, 151, 300, true],
  ['', 300, 300, 300, false],
])('judges %s on %i plants with %i values, of %i answers: %s', (path, plants, values, all, is) => {
  const field = {
    path,
    plants,
    values: Array.from({ length: values }, (_, at) => ({ text: `${at}`, plants: 1 })),
  }
  expect(isIndividual(field, all)).toBe(is)
})
