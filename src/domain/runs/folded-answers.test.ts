import { expect, it } from 'vitest'
import {
  type FoldedAnswers,
  type PlantAnswer,
  answersOf,
  fieldsThatDiffer,
  foldAnswers,
} from './folded-answers'
import { runAnswer } from './run-answer'
import type { RunRowState } from './run-row'
import { type JsonModel, modelKey, objectModel, printModel } from './test-answers'
import { after, answered, startedRun, testRequest } from './test-runs'
import { fc } from '@/lib/test-properties'

const every = () => 'values' as const

function answer(
  at: number,
  response: string | null,
  responseStatus: string | null = 'OK',
): PlantAnswer {
  return { at, state: 'ok', answer: runAnswer({ id: `r${at}`, response, responseStatus }) }
}

/** The plants of each group, in the order of their first one. */
function sharing({ groups }: FoldedAnswers): number[][] {
  return groups.map(({ plants }) => [...plants]).toSorted(([a = 0], [b = 0]) => a - b)
}

function naive(keys: readonly string[]): number[][] {
  const groups: number[][] = []
  for (const [at, key] of keys.entries()) {
    const group = groups.find(([first = -1]) => keys[first] === key)
    if (group) group.push(at)
    else groups.push([at])
  }
  return groups
}

const layout = fc.array(fc.nat(59), { maxLength: 12 })

it('groups answers as a naive comparison of their values does', () => {
  const given = fc.record({
    model: fc.oneof(objectModel(3), fc.constantFrom<JsonModel>({ list: [] }, { word: 'null' })),
    layout,
    status: fc.constantFrom('OK', 'ok', 'ERROR', null, 'unreadable'),
  })
  fc.assert(
    fc.property(fc.array(given, { maxLength: 12 }), (answers) => {
      const plants = answers.map(({ model, layout: by, status }, at) =>
        answer(at, printModel(model, by), status),
      )
      const keys = answers.map(
        ({ model, status }) => `${status} ${status === null} ${modelKey(model)}`,
      )
      expect(sharing(foldAnswers(plants, every))).toEqual(naive(keys))
    }),
  )
})

it('never loses a plant, whatever it compares', () => {
  const states = ['ok', 'waiting', 'unknown', 'not-sent'] as const
  const response = fc.oneof(
    fc.tuple(objectModel(2), layout).map(([model, by]) => printModel(model, by)),
    fc.constantFrom(null, '', 'not JSON', '{"a":', '[1]', '"text"', 'null'),
  )
  const given = fc.record({ response, state: fc.constantFrom<RunRowState>(...states) })
  const choice = fc.constantFrom('values', 'kind', 'none', undefined)
  fc.assert(
    fc.property(
      fc.array(given, { maxLength: 30 }),
      fc.array(choice, { minLength: 7 }),
      (rows, choices) => {
        const plants = rows.map((row, at) =>
          row.state === 'ok'
            ? answer(at, row.response)
            : { at, state: row.state, answer: undefined },
        )
        const folded = foldAnswers(plants, (path) => choices[path.length % 7])
        const found = [...folded.groups, ...folded.silent].flatMap((group) => group.plants)
        expect(found.toSorted((a, b) => a - b)).toEqual(plants.map(({ at }) => at))
        const exact = foldAnswers(plants, every)
        for (const group of exact.groups) {
          expect(
            folded.groups.some(({ plants: all }) => group.plants.every((at) => all.includes(at))),
          ).toBe(true)
        }
        for (const { plants: having, values } of [
          ...folded.common,
          ...folded.differing,
          ...folded.leftOut,
        ]) {
          expect(values.reduce((sum, value) => sum + value.plants, 0)).toBe(having)
        }
      },
    ),
  )
})

it('groups the same with a member that is different on each plant', () => {
  const variants = fc.uniqueArray(fc.tuple(fc.constantFrom('1', '1.0', '2'), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
    selector: ([firmware, isNew]) => `${firmware} ${isNew}`,
  })
  fc.assert(
    fc.property(variants, fc.array(fc.nat(), { minLength: 10, maxLength: 40 }), (kinds, picks) => {
      const chosen = picks.map((pick) => kinds[pick % kinds.length]?.join() ?? '')
      const plants = chosen.map((kind, at) => {
        const [firmware, isNew] = kind.split(',')
        return answer(
          at,
          `{"firmware":${firmware},"site":{"isNew":${isNew},"serial":"S${at}"},"uptime":${at}.5}`,
        )
      })
      const folded = foldAnswers(plants)
      expect(sharing(folded)).toEqual(naive(chosen))
      expect(folded.leftOut.map(({ path }) => path)).toEqual(['site.serial', 'uptime'])
      expect(foldAnswers(plants, every).groups).toHaveLength(plants.length)
    }),
  )
})

it('shows two rogue plants among 300 first, though each answer has an uptime of its own', () => {
  const plants = Array.from({ length: 300 }, (_, at) => {
    const firmware = at < 200 ? '2.4.1' : '2.4.0'
    const rogue = at === 150 ? ',"debug":true' : ''
    const uptime = at === 250 ? '' : `,"uptime":${at * 7}`
    const model = at % 3 === 0 && at < 200 ? 'B' : 'A'
    return answer(
      at,
      `{"firmware":"${firmware}","vendor":"ACME","model":"${model}"${rogue}${uptime}}`,
    )
  })
  const { groups, common, differing, leftOut, answered: all } = foldAnswers(plants)
  expect(groups.map((group) => group.plants.length)).toEqual([1, 1, 66, 99, 133])
  expect(groups[0]?.plants).toEqual([150])
  expect(groups[1]?.plants).toEqual([250])
  expect(all).toBe(300)
  expect(common).toEqual([
    { path: 'vendor', plants: 300, values: [{ text: '"ACME"', plants: 300 }] },
  ])
  expect(differing.map(({ path }) => path).toSorted()).toEqual(['debug', 'firmware', 'model'])
  expect(leftOut.map(({ path, plants: having }) => [path, having])).toEqual([['uptime', 299]])
  expect(groups[4]?.values.get('uptime')).toEqual({ kinds: ['number'], distinct: 133, missing: 0 })
  expect(groups[4]?.values.get('firmware')).toEqual({ text: '"2.4.1"' })
  expect(groups[1]?.values.has('uptime')).toBe(false)
})

it('compares every field of three plants, and leaves one out from four on', () => {
  const three = [0, 1, 2].map((at) => answer(at, `{"serial":${at}}`))
  expect(foldAnswers(three).groups).toHaveLength(3)
  const four = [...three, answer(3, '{"serial":3}')]
  expect(foldAnswers(four).groups).toHaveLength(1)
  const half = [
    ...three,
    answer(3, '{"serial":0}'),
    answer(4, '{"serial":1}'),
    answer(5, '{"serial":2}'),
  ]
  expect(foldAnswers(half).groups).toHaveLength(3)
})

it('separates a member of another kind also when its values are left out', () => {
  const plants = [0, 1, 2, 3, 4].map((at) => answer(at, `{"uptime":${at === 2 ? 'null' : at}}`))
  expect(sharing(foldAnswers(plants))).toEqual([[0, 1, 3, 4], [2]])
})

it('names the fields in which groups differ, also a left-out one that some answers lack', () => {
  const plants = Array.from({ length: 12 }, (_, at) =>
    answer(at, `{"fw":${at % 2},"serial":"S${at}"${at === 5 ? '' : `,"up":${at}`}}`),
  )
  const folded = foldAnswers(plants)
  expect(folded.leftOut.map(({ path }) => path)).toEqual(['serial', 'up'])
  expect(fieldsThatDiffer(folded).map(({ path }) => path)).toEqual(['fw', 'up'])
})

it('leaves out a member that only a few plants have', () => {
  const plants = Array.from({ length: 20 }, (_, at) => answer(at, at < 15 ? '{}' : `{"up":${at}}`))
  expect(foldAnswers(plants).groups.map((group) => group.plants.length)).toEqual([5, 15])
})

it('keeps the different errors of a few plants apart', () => {
  const plants = Array.from({ length: 20 }, (_, at) =>
    answer(at, at < 15 ? '{}' : `{"msg":"E${at}"}`, at < 15 ? 'OK' : 'ERROR'),
  )
  expect(foldAnswers(plants).groups).toHaveLength(6)
  const all = plants.map(({ at }) => answer(at, `{"msg":"done in ${at} ms"}`))
  expect(foldAnswers(all).groups).toHaveLength(1)
})

it('keeps unreadable, missing, empty and invalid responses apart', () => {
  const unreadable = { id: 'r', response: null, responseStatus: 'OK', unreadable: ['response'] }
  const plants = [
    answer(0, null),
    answer(1, ''),
    answer(2, 'Done'),
    { at: 3, state: 'ok' as const, answer: runAnswer(unreadable) },
    answer(4, '"Done"'),
    answer(5, '{}'),
    answer(6, null, null),
    {
      at: 7,
      state: 'answered' as const,
      answer: runAnswer({ id: 'r', response: null, unreadable: ['responseStatus'] }),
    },
    answer(8, 'Done '),
  ]
  expect(foldAnswers(plants).groups).toHaveLength(9)
})

it('groups answers that aren’t JSON by their status once their text is left out', () => {
  const plants = ['true story', 'number 5', '"', '[1'].map((text, at) => answer(at, text))
  expect(foldAnswers(plants, () => 'none').groups).toHaveLength(1)
})

it('groups plants without an answer by their state, and counts no record before its answer', () => {
  const record = { id: 'r1', responseStatus: null }
  const request = testRequest(1, { settledAtMs: 1, recordId: 'r1' })
  const evidence = { readAtMs: 1, recordIds: ['r1'], record }
  const started = after(startedRun(4), 1_000, ...answered(0, 1_000))
  const run = { ...started, rows: started.rows.with(1, { plantId: 'p1', request, evidence }) }
  const plants = answersOf(run)
  expect(plants.map(({ at, answer: given }) => [at, given?.status])).toEqual([
    [0, 'OK'],
    [1, undefined],
    [2, undefined],
    [3, undefined],
  ])
  const { groups, silent } = foldAnswers(plants)
  expect(groups.map((group) => [group.state, group.plants])).toEqual([['ok', [0]]])
  expect(silent).toEqual([
    { state: 'waiting', plants: [1] },
    { state: 'not-sent', plants: [2, 3] },
  ])
})
