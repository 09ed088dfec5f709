import { describe, expect, it } from 'vitest'
import { type RowWindow, placesBySlot, rowWindow } from './row-window'
import { fc } from '@/lib/test-properties'

const screen = { heightPx: 400, coverPx: 30, rowHeightPx: 40, spare: 2 }
const rendered = (window: RowWindow) => ({ first: window.first, end: window.end })

describe('rowWindow', () => {
  it('starts at the top with as many rows as fit and the spare ones', () => {
    expect(rendered(rowWindow({ ...screen, topPx: 0, rows: 1_000 }))).toEqual({ first: 0, end: 15 })
  })

  it('begins a few rows before the first visible one', () => {
    expect(rendered(rowWindow({ ...screen, topPx: 4_010, rows: 1_000 }))).toEqual({
      first: 98,
      end: 113,
    })
  })

  it('ends with the last row', () => {
    expect(rendered(rowWindow({ ...screen, topPx: 39_600, rows: 1_000 }))).toEqual({
      first: 985,
      end: 1_000,
    })
    expect(rendered(rowWindow({ ...screen, topPx: 99_999, rows: 3 }))).toEqual({ first: 0, end: 3 })
    expect(rendered(rowWindow({ ...screen, topPx: 0, rows: 0 }))).toEqual({ first: 0, end: 0 })
  })

  it('reports which rows are wholly visible below the header', () => {
    expect(rowWindow({ ...screen, topPx: -30, rows: 1_000 }).seen).toEqual({ first: 0, end: 9 })
    expect(rowWindow({ ...screen, topPx: 4_010, rows: 1_000 }).seen).toEqual({
      first: 101,
      end: 110,
    })
    expect(rowWindow({ ...screen, topPx: -30, rows: 3 }).seen).toEqual({ first: 0, end: 3 })
    expect(rowWindow({ ...screen, topPx: -30, rows: 0 }).seen).toEqual({ first: 0, end: 0 })
  })

  it('covers the visible rows at every position', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 50_000 }), fc.nat(1_000), (topPx, rows) => {
        const { first, end } = rowWindow({ ...screen, topPx, rows })
        const firstVisible = Math.max(0, Math.floor(topPx / 40))
        const lastVisible = Math.min(rows - 1, Math.floor((topPx + 400) / 40))
        expect(lastVisible < firstVisible || (first <= firstVisible && end > lastVisible)).toBe(
          true,
        )
        expect(first >= 0 && end <= rows).toBe(true)
      }),
    )
  })
})

describe('placesBySlot', () => {
  it('lists the places in order at rest', () => {
    expect(placesBySlot({ first: 7, end: 12 }, 7)).toEqual([7, 8, 9, 10, 11])
  })

  it('replaces only the rows that left while scrolling', () => {
    expect(placesBySlot({ first: 8, end: 13 }, 7)).toEqual([12, 8, 9, 10, 11])
    expect(placesBySlot({ first: 6, end: 11 }, 7)).toEqual([7, 8, 9, 10, 6])
  })

  it('has every place of the window once', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(40), fc.nat(600), (first, count, base) => {
        const window = { first, end: first + count }
        const places = placesBySlot(window, base)
        expect(places.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: count }, (_, step) => first + step),
        )
      }),
    )
  })
})
