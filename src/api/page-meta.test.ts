import { describe, expect, it } from 'vitest'
import { readPageMeta } from './page-meta'

const good = { page: 2, limit: 20, total: 55, totalPages: 3 }
const unknown = { total: undefined, totalPages: undefined }
const read = (meta: unknown, rows: number, page = 2) =>
  readPageMeta(meta, { page, limit: 20 }, rows)

describe('readPageMeta', () => {
  it('reads a valid meta', () => {
    expect(read(good, 20)).toEqual({ total: 55, totalPages: 3, hasNext: true })
    expect(read(good, 15, 3)).toEqual({ total: 55, totalPages: 3, hasNext: false })
  })

  it.each([
    ['missing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['text', 'page 2 of 3'],
    ['a list', [2, 20, 55, 3]],
    ['words', { total: 'many', totalPages: '?' }],
    ['zeros', { page: 0, limit: 0, total: 0, totalPages: 0 }],
    ['negative', { total: -1, totalPages: -1 }],
    ['fractions', { total: 55.5, totalPages: 2.75 }],
    ['beyond any number', { total: Number.POSITIVE_INFINITY, totalPages: '1e3' }],
    ['nulls', { total: null, totalPages: null }],
  ])(
    'treats the total as unknown when meta is %s, and expects more after a full page',
    (_, meta) => {
      expect(read(meta, 20)).toEqual({ ...unknown, hasNext: true })
      expect(read(meta, 7)).toEqual({ ...unknown, hasNext: false })
    },
  )

  it('reads numbers sent as text', () => {
    expect(read({ total: '55', totalPages: '3' }, 20)).toEqual({
      total: 55,
      totalPages: 3,
      hasNext: true,
    })
  })

  it('derives the number of pages from a total, but not a total from the number of pages', () => {
    expect(read({ total: 55 }, 20)).toEqual({ total: 55, totalPages: 3, hasNext: true })
    expect(read({ totalPages: 3 }, 20)).toEqual({ total: undefined, totalPages: 3, hasNext: true })
  })

  it('ignores a total or a number of pages that the rows contradict', () => {
    expect(read({ total: 30, totalPages: 2 }, 20)).toMatchObject({ total: undefined })
    expect(read({ total: 55, totalPages: 1 }, 20)).toMatchObject({ total: 55, totalPages: 3 })
  })

  it('returns one page for an empty list', () => {
    const zeros = { page: 0, limit: 0, total: 0, totalPages: 0 }
    expect(read(zeros, 0, 1)).toEqual({ total: 0, totalPages: 1, hasNext: false })
  })

  it('trusts a server that returns fewer rows than requested', () => {
    const meta = { total: 240, totalPages: 24 }
    expect(readPageMeta(meta, { page: 1, limit: 100 }, 10)).toMatchObject({ totalPages: 24 })
  })
})
