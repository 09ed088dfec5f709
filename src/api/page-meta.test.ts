import { describe, expect, it } from 'vitest'
import { readPageMeta } from './page-meta'

const good = { page: 2, limit: 20, total: 55, totalPages: 3 }
const unknown = { total: undefined, totalPages: undefined }
const read = (meta: unknown, rows: number, page = 2) =>
  readPageMeta(meta, { page, limit: 20 }, rows)

describe('readPageMeta', () => {
  it('takes what a sound meta says', () => {
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
  ])('calls the total unknown when meta is %s, and expects more after a full page', (_, meta) => {
    expect(read(meta, 20)).toEqual({ ...unknown, hasNext: true })
    expect(read(meta, 7)).toEqual({ ...unknown, hasNext: false })
  })

  it('reads numbers that come as text', () => {
    expect(read({ total: '55', totalPages: '3' }, 20)).toEqual({
      total: 55,
      totalPages: 3,
      hasNext: true,
    })
  })

  it('counts the pages of a total that comes alone, and no rows of pages alone', () => {
    expect(read({ total: 55 }, 20)).toEqual({ total: 55, totalPages: 3, hasNext: true })
    expect(read({ totalPages: 3 }, 20)).toEqual({ total: undefined, totalPages: 3, hasNext: true })
  })

  it('does not believe a total or a number of pages that the rows refute', () => {
    expect(read({ total: 30, totalPages: 2 }, 20)).toMatchObject({ total: undefined })
    expect(read({ total: 55, totalPages: 1 }, 20)).toMatchObject({ total: 55, totalPages: 3 })
  })

  it('has one page of an empty list', () => {
    const zeros = { page: 0, limit: 0, total: 0, totalPages: 0 }
    expect(read(zeros, 0, 1)).toEqual({ total: 0, totalPages: 1, hasNext: false })
  })

  it('believes a server that gives fewer rows than it was asked for', () => {
    const meta = { total: 240, totalPages: 24 }
    expect(readPageMeta(meta, { page: 1, limit: 100 }, 10)).toMatchObject({ totalPages: 24 })
  })
})
