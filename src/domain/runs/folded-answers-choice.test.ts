import { expect, it } from 'vitest'
import { type Comparison, type PlantAnswer, fieldsThatDiffer, foldAnswers } from './folded-answers'
import { runAnswer } from './run-answer'
import { fc } from '@/lib/test-properties'

function answer(at: number, response: string, responseStatus = 'OK'): PlantAnswer {
  return { at, state: 'ok', answer: runAnswer({ id: `r${at}`, response, responseStatus }) }
}

const chosen = (by: Record<string, Comparison>) => (path: string) => by[path] ?? 'none'
const sizes = (...args: Parameters<typeof foldAnswers>) =>
  foldAnswers(...args).groups.map(({ plants }) => plants.length)

it('groups by the chosen fields alone as a naive comparison does, with status and JSON apart', () => {
  const value = fc.constantFrom(undefined, '1', '2', 'null', '"1"')
  const given = fc.oneof(
    fc.record({ a: value, b: value, c: value, status: fc.constantFrom('OK', 'ERROR') }),
    fc.record({ text: fc.constantFrom('no', 'none'), status: fc.constantFrom('OK', 'ERROR') }),
  )
  const how = fc.constantFrom<Comparison>('values', 'kind', 'none')
  const kindOf = (text: string) => (text === 'null' ? text : typeof JSON.parse(text))
  fc.assert(
    fc.property(
      fc.array(given, { maxLength: 20 }),
      fc.record({ a: how, b: how, c: how, '': how }),
      (answers, by) => {
        const expected = new Map<string, number[]>()
        const plants = answers.map((one, at) => {
          const isJson = !('text' in one)
          const members = isJson
            ? (['a', 'b', 'c'] as const).flatMap((name) => {
                const text = one[name]
                return text === undefined ? [] : [[name, text] as const]
              })
            : []
          const compared = members.flatMap(([name, text]) => {
            if (by[name] === 'none') return []
            return by[name] === 'kind' ? [`${name} is ${kindOf(text)}`] : [`${name}=${text}`]
          })
          if (isJson && members.length === 0 && by[''] !== 'none') compared.push('whole')
          if (!isJson && by[''] === 'values') compared.push(one.text)
          const key = JSON.stringify([one.status, isJson, compared])
          expected.set(key, [...(expected.get(key) ?? []), at])
          const json = `{${members.map(([name, text]) => `"${name}":${text}`).join()}}`
          return answer(at, isJson ? json : one.text, one.status)
        })
        const found = foldAnswers(plants, chosen(by)).groups.map((group) => [...group.plants])
        const byFirst = ([a = 0]: number[], [b = 0]: number[]) => a - b
        expect(found.toSorted(byFirst)).toEqual([...expected.values()].toSorted(byFirst))
      },
    ),
  )
})

it('groups five answers by their three firmware versions, and leaves out a value of each', () => {
  const plants = ['1', '1', '2', '2', '3'].map((fw, at) => answer(at, `{"fw":${fw},"up":${at}}`))
  expect(sizes(plants)).toEqual([1, 2, 2])
})

it('separates no groups by a field that isn’t compared, missing or of another kind', () => {
  const plants = ['1', 'null', undefined, '"x"', '1'].map((soc, at) =>
    answer(at, `{"fw":"2.4.1"${soc === undefined ? '' : `,"soc":${soc}`}}`),
  )
  const { groups, byKind } = foldAnswers(plants, chosen({}))
  expect(byKind.size).toBe(0)
  expect(groups).toHaveLength(1)
  expect(groups[0]?.values.get('soc')).toEqual({
    kinds: ['null', 'number', 'string'],
    distinct: 3,
    missing: 1,
  })
  expect(sizes(plants, chosen({ soc: 'kind' }))).toEqual([1, 1, 1, 2])
})

it('compares a left-out field by kind unless told not to, and offers it only where kinds differ', () => {
  const plants = Array.from({ length: 12 }, (_, at) =>
    answer(at, `{"serial":"S${at}"${at === 5 ? '' : `,"up":${at}`}}`),
  )
  const usual = foldAnswers(plants)
  expect(usual.byKind).toEqual(new Map([['up', true]]))
  expect(usual.groups).toHaveLength(2)
  const without = foldAnswers(plants, (path) => (path === 'up' ? 'none' : undefined))
  expect(without.byKind).toEqual(new Map([['up', false]]))
  expect(without.groups).toHaveLength(1)
})

it('lists compared fields before the others, each with the fewest values first', () => {
  const plants = Array.from({ length: 12 }, (_, at) =>
    answer(
      at,
      `{"a":${at % 4},"b":${at % 3}${at % 3 === 0 ? ',"soc":1' : ''}${at % 4 === 0 ? `,"up":${at}` : ''}}`,
    ),
  )
  const by = chosen({ a: 'values', b: 'values' })
  expect(fieldsThatDiffer(foldAnswers(plants, by)).map(({ path }) => path)).toEqual([
    'b',
    'a',
    'soc',
    'up',
  ])
})
