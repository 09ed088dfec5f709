import { describe, expect, it } from 'vitest'
import { type AttributeColumn, type CauseClaim, findCauses, rowMarks } from './common-cause'
import { logFisher } from './fisher-exact'
import {
  anyFleetColumns,
  anyOutage,
  plantedColumns,
  plantedOutage,
  randomNumbers,
} from './test-outages'

const rows = 5_000
const columns = anyFleetColumns(rows, 1)
const outages = Array.from({ length: 200 }, (_, number) => number)

const names = (claim: CauseClaim | undefined) =>
  claim?.values.map(({ attribute, value }) => `${attribute} ${value}`) ?? []

describe('findCauses', () => {
  it('names the planted cause first in 19 of 20 outages', () => {
    const missed = outages.filter((seed) => {
      const random = randomNumbers(1_000 + seed)
      const [planted, follower] = plantedColumns(rows, 0.02 + random() * 0.38, random)
      const outage = { size: 5 + Math.floor(random() * 496), purity: 0.7 + random() * 0.3 }
      const marks = plantedOutage(planted, 0, outage, random)
      const { claims } = findCauses({ marks, attributes: [...columns.slice(2), follower, planted] })
      return names(claims[0])[0] !== 'meta.planted X'
    })
    expect(missed.length).toBeLessThanOrEqual(10)
  })

  it('claims a cause in at most two of 200 outages at random', () => {
    const claimed = outages.filter((seed) => {
      const size = 5 + Math.floor(randomNumbers(5_000 + seed)() * 496)
      const marks = anyOutage(rows, size, 9_000 + seed)
      return findCauses({ marks, attributes: columns }).claims.length > 0
    })
    expect(claimed.length).toBeLessThanOrEqual(2)
  })
})

/** Ten plants in each of ten zones, of which those in the first zone changed. */
function zonesOf(attribute: string, valueOf: (zone: number, row: number) => string) {
  const texts = Array.from({ length: 100 }, (_, row) => valueOf(Math.floor(row / 10), row))
  const values = [...new Set(['', ...texts])]
  const codes = Uint8Array.from(texts, (text) => values.indexOf(text))
  return { attribute, values, codes } satisfies AttributeColumn
}
const zone = zonesOf('meta.zone', (number) => `Z${number}`)

const firstTen = new Uint8Array(100).fill(rowMarks.compared).fill(rowMarks.changed, 0, 10)
const ask = (attributes: readonly AttributeColumn[], marks = firstTen) =>
  findCauses({ marks, attributes })

describe('findCauses, in a small fleet', () => {
  it('counts what it claims', () => {
    expect(ask([zone])).toMatchObject({
      claims: [
        {
          values: [{ attribute: 'meta.zone', value: 'Z0' }],
          compared: 100,
          withValue: 10,
          changed: 10,
          both: 10,
          isFurther: false,
        },
      ],
      attributes: 1,
      tested: 10,
      compared: 100,
      changed: 10,
    })
  })

  it('names values of the same plants together', () => {
    const twin = zonesOf('meta.isp', (number) => `I${number}`)
    const { claims } = ask([twin, zone])
    expect(claims.map(names)).toEqual([['meta.isp I0', 'meta.zone Z0']])
  })

  it('counts values as one that a filter can’t tell apart', () => {
    const mixed = zonesOf('meta.zone', (number, row) => (row % 2 ? `z${number}` : `Z${number}`))
    expect(ask([mixed]).claims[0]).toMatchObject({ withValue: 10, both: 10 })
  })

  it.each([
    ['what is missing', zonesOf('meta.zone', (number) => (number === 0 ? '' : `Z${number}`))],
    ['what is unreadable', zonesOf('org', (number) => (number === 0 ? 'unreadable' : 'o'))],
    ['what all plants have', zonesOf('org', () => 'o')],
    ['a value of fewer than three plants', zonesOf('meta.id', (_zone, row) => String(row >> 1))],
    ['what most plants have', zonesOf('type', (number) => (number < 8 ? 'GATEWAY' : 'SENSOR'))],
  ])('claims nothing from %s', (_what, column) => {
    expect(ask([column]).claims).toEqual([])
  })

  it.each([
    ['the plants that changed hardly have more often', { withValue: 700, changed: 200, both: 190 }],
    ['few of the plants that changed have', { withValue: 20, changed: 100, both: 15 }],
  ])('claims nothing, however sure, from a value that %s', (_what, table) => {
    const { withValue, changed, both } = table
    const codes = new Uint8Array(1_000).fill(1).fill(0, 0, withValue)
    const marks = new Uint8Array(1_000).fill(rowMarks.compared).fill(rowMarks.changed, 0, both)
    marks.fill(rowMarks.changed, withValue, withValue + changed - both)
    expect(logFisher({ compared: 1_000, ...table })).toBeLessThan(Math.log(1e-9))
    expect(
      ask([{ attribute: 'type', values: ['GATEWAY', 'SENSOR'], codes }], marks).claims,
    ).toEqual([])
  })

  it('claims nothing from two plants, however rare their value is', () => {
    const codes = new Uint8Array(10_000).fill(1).fill(0, 0, 3)
    const column = { attribute: 'meta.rare', values: ['X', 'Y'], codes }
    const marks = new Uint8Array(10_000).fill(rowMarks.compared)
    expect(ask([column], marks.fill(rowMarks.changed, 0, 2)).claims).toEqual([])
    expect(ask([column], marks.fill(rowMarks.changed, 0, 3)).claims).toHaveLength(1)
  })

  it('finds a second cause among the plants that the first doesn’t explain', () => {
    const marks = firstTen.slice().fill(rowMarks.changed, 20, 28)
    expect(ask([zone], marks).claims).toMatchObject([
      { values: [{ value: 'Z0' }], changed: 18, both: 10, isFurther: false },
      { values: [{ value: 'Z2' }], compared: 90, changed: 8, both: 8, isFurther: true },
    ])
  })

  it('compares only the plants that could have changed', () => {
    const marks = firstTen.slice().fill(rowMarks.ignored, 50)
    expect(ask([zone], marks)).toMatchObject({ compared: 50, tested: 5 })
    expect(marks.filter((mark) => mark === rowMarks.changed)).toHaveLength(10)
  })

  it('finds nothing in an empty fleet', () => {
    const nothing = findCauses({ marks: new Uint8Array(), attributes: [] })
    expect(nothing).toEqual({ claims: [], attributes: 0, tested: 0, compared: 0, changed: 0 })
  })
})
