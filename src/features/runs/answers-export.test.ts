import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { answersExport } from './answers-export'
import { type PlantAnswer, foldAnswers } from '@/domain/runs/folded-answers'
import { runAnswer } from '@/domain/runs/run-answer'
import { newRun } from '@/domain/runs/run-progress'
import { testDocument, testRunPlant } from '@/domain/runs/test-runs'
import { csvWriter } from '@/lib/table-export/csv-writer'

const exportedAtMs = Date.UTC(2026, 10, 29, 12)

function tableOf(responses: readonly (string | undefined)[]) {
  const plants = responses.map((_response, at) => testRunPlant(`p${at}`))
  const answers = responses.map((response, at): PlantAnswer => {
    if (response === undefined) return { at, state: 'no-answer', answer: undefined }
    return { at, state: 'ok', answer: runAnswer({ id: `r${at}`, response, responseStatus: 'OK' }) }
  })
  const run = newRun(testDocument(plants))
  return answersExport({ run, answers, folded: foldAnswers(answers), exportedAtMs })
}

it('has a row for each plant and a column for each field, with exact numbers and without formulas', async () => {
  const table = tableOf([
    '{"fw":"2.4.1","id":9007199254740993,"Name":"=1+1","on":true}',
    undefined,
    '{"fw":"2.4.1","id":1.0,"Name":"","on":null,"=x":[1, 2]}',
    'offline',
  ])
  expect(table.fileName).toBe('answers-GET_INFO-run-1-2026-11-29')
  expect(table.rowCount).toBe(4)
  const writer = csvWriter({ ...table, about: [] })
  writer.add([...table.rows])
  const text = (await writer.finish().text()).replace(/^\uFEFF/, '')
  const [headings = [], ...rows] = Papa.parse<string[]>(text).data
  expect(headings.slice(0, 8)).toEqual([
    'Plant ID',
    'Name',
    'Serial number',
    'State',
    'Response status',
    'Group',
    'Plants in the group',
    'Kind of response',
  ])
  const plain = (at: number) => Object.fromEntries(headings.map((name, i) => [name, rows[at]?.[i]]))
  expect(plain(0)).toMatchObject({
    'Plant ID': 'p0',
    Name: 'Plant p0',
    State: 'OK',
    'Response status': 'OK',
    Group: '1',
    'Plants in the group': '1',
    'Kind of response': 'JSON',
    fw: '2.4.1',
    id: '9007199254740993',
    'response.Name': "'=1+1",
    on: 'true',
    '["=x"]': '',
    Response: '',
  })
  expect(plain(1)).toMatchObject({ State: 'No answer', Group: '', 'Response status': '', fw: '' })
  expect(plain(2)).toMatchObject({ id: '1.0', on: 'null', '["=x"]': '[1,2]', Group: '2' })
  expect(plain(3)).toMatchObject({ 'Kind of response': 'Not JSON', Response: 'offline' })
})

it('states how many answered, and what was left out of the comparison', () => {
  const { about } = tableOf([1, 2, 3, 4].map((up) => `{"up":${up}}`))
  const lines = about.map(({ label, text }) => `${label}: ${text}`)
  expect(lines).toContain('Answers: 4 of 4 plants, in 1 group')
  expect(lines).toContain('Grouped without: up')
  expect(lines).toContain('Run: run-1')
})

it('has at most 500 fields, and says how many more there are', () => {
  const { about, columns } = tableOf(
    Array.from({ length: 6 }, (_, at) => {
      const members = Array.from({ length: 100 }, (_member, one) => `"m${at}-${one}":1`)
      return `{${members.join(',')}}`
    }),
  )
  expect(columns).toHaveLength(508)
  expect(about).toContainEqual({ label: 'Not in this file', text: '100 more fields' })
})
