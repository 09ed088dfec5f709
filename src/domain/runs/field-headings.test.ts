import { expect, it } from 'vitest'
import { fieldHeadings } from './field-headings'

const headings = (paths: string[], taken: string[]) => [
  ...fieldHeadings(
    paths.map((path) => ({ path, plants: 0, values: [] })),
    taken,
  ),
]

it('names fields by their path, and a whole response as one', () => {
  expect(headings(['a.b', ''], [])).toEqual([
    ['a.b', 'a.b'],
    ['', 'Response'],
  ])
})

it('gives no two columns the same heading', () => {
  const paths = ['Name', 'response.Name', '', 'Response', 'response.Response']
  expect(headings(paths, ['Name']).map(([, heading]) => heading)).toEqual([
    'response.Name',
    'response.response.Name',
    'Response',
    'response.Response',
    'response.response.Response',
  ])
  expect(headings(['b', 'response.b'], ['b', 'response.b']).map(([, heading]) => heading)).toEqual([
    'response.b (2)',
    'response.response.b',
  ])
})
