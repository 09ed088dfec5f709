import { describe, expect, it } from 'vitest'
import { energyBalance, energyFlows, whyNoFlow } from './energy-balance'

const known = (pct: number) => ({ kind: 'known', pct: expect.closeTo(pct, 6) as number })

describe('the shares of a day', () => {
  it('follow the two formulas', () => {
    const balance = energyBalance({ produced: 40, imported: 10, exported: 10 })
    expect(balance).toEqual({
      usedOfProduced: 30,
      used: 40,
      selfConsumption: known(75),
      selfSufficiency: known(75),
      contradictions: [],
    })
    const cloudy = energyBalance({ produced: 4, imported: 16, exported: 0 })
    expect(cloudy.selfConsumption).toEqual(known(100))
    expect(cloudy.selfSufficiency).toEqual(known(20))
  })

  it('allow for rounding', () => {
    const sold = energyBalance({ produced: 0.3, imported: 0, exported: 0.1 + 0.2 })
    expect(sold.contradictions).toEqual([])
    expect(sold.usedOfProduced).toBe(0)
  })

  it('never divide by 0', () => {
    const dark = energyBalance({ produced: 0, imported: 5, exported: 0 })
    expect(dark.selfConsumption).toEqual({ kind: 'nothing' })
    expect(dark.selfSufficiency).toEqual(known(0))
    expect(energyBalance({ produced: 0, imported: 0, exported: 0 }).selfSufficiency).toEqual({
      kind: 'nothing',
    })
    // Everything was exported: nothing was used, so self-sufficiency is undefined.
    const sold = energyBalance({ produced: 3, imported: 0, exported: 3 })
    expect(sold.selfConsumption).toEqual(known(0))
    expect(sold.selfSufficiency).toEqual({ kind: 'nothing' })
  })

  it.each([
    [{ produced: null, imported: 1, exported: 1 }, ['produced'], ['produced']],
    [{ produced: 1, exported: 1 }, undefined, ['imported']],
    [{}, ['produced', 'exported'], ['produced', 'imported', 'exported']],
  ])('treat %j as unknown, not as 0', (totals, consumption, sufficiency) => {
    const { selfConsumption, selfSufficiency, contradictions } = energyBalance(totals)
    if (consumption) expect(selfConsumption).toEqual({ kind: 'missing', totals: consumption })
    else expect(selfConsumption).toEqual(known(0))
    expect(selfSufficiency).toEqual({ kind: 'missing', totals: sufficiency })
    expect(contradictions).toEqual([])
  })
})

describe('amounts at the limits of a number', () => {
  it('have a share, even if their sum overflows', () => {
    const balance = energyBalance({ produced: 1e308, imported: 1e308, exported: 0 })
    expect(balance.used).toBe(Infinity)
    expect(balance.selfConsumption).toEqual(known(100))
    expect(balance.selfSufficiency).toEqual(known(50))
    const least = energyBalance({ produced: 5e-324, imported: 5e-324, exported: 0 })
    expect(least.selfSufficiency).toEqual(known(50))
    expect(energyBalance({ produced: 1e308, imported: 5e-324, exported: 5e-324 })).toMatchObject({
      selfConsumption: known(100),
      selfSufficiency: known(100),
    })
  })

  it('are contradictions below 0, even if their difference overflows', () => {
    const balance = energyBalance({ produced: -1e308, imported: 0, exported: 1e308 })
    expect(balance.contradictions.map(({ kind }) => kind)).toEqual(['negative', 'exported-more'])
    expect([balance.used, balance.usedOfProduced]).toEqual([null, null])
  })
})

describe('contradictions', () => {
  it('are reported when more is exported than produced, without a negative use', () => {
    const energy = { produced: 2, imported: 5, exported: 3 }
    const balance = energyBalance(energy)
    expect(balance.contradictions).toEqual([{ kind: 'exported-more', produced: 2, exported: 3 }])
    expect(balance.usedOfProduced).toBeNull()
    expect(balance.used).toBeNull()
    expect(balance.selfConsumption).toEqual({ kind: 'contradiction' })
    expect(balance.selfSufficiency).toEqual({ kind: 'contradiction' })
    expect(energyFlows(energy, balance)).toBeUndefined()
  })

  it('are reported for totals below 0', () => {
    const balance = energyBalance({ produced: 2, imported: -1, exported: 0 })
    expect(balance.contradictions).toEqual([{ kind: 'negative', total: 'imported', value: -1 }])
    expect(balance.selfSufficiency).toEqual({ kind: 'contradiction' })
  })

  const day = { produced: 40, imported: 10, exported: 10 }

  it.each([74, 76, 75, null, undefined])("are not reported for the API's own %s %%", (apiPct) => {
    expect(energyBalance({ ...day, selfConsumptionPct: apiPct }).contradictions).toEqual([])
  })

  it.each([73.9, 76.1, 0])('are reported when the API sends %d %% instead of 75 %%', (apiPct) => {
    expect(energyBalance({ ...day, selfConsumptionPct: apiPct }).contradictions).toEqual([
      { kind: 'share-differs', ownPct: 75, apiPct },
    ])
  })

  it.each([-0.5, 100.5])('are reported when the API sends %d %%', (apiPct) => {
    const balance = energyBalance({ ...day, selfConsumptionPct: apiPct })
    expect(balance.contradictions).toEqual([{ kind: 'share-impossible', apiPct }])
    expect(balance.selfConsumption).toEqual(known(75))
  })
})

describe('flows', () => {
  const flowsOf = (energy: Parameters<typeof energyBalance>[0]) =>
    energyFlows(energy, energyBalance(energy))

  it('lead from the source of the energy to its destination', () => {
    expect(flowsOf({ produced: 40, imported: 10, exported: 15 })).toEqual([
      { from: 'produced', to: 'exported', amount: 15 },
      { from: 'produced', to: 'used', amount: 25 },
      { from: 'imported', to: 'used', amount: 10 },
    ])
  })

  it('omit zero flows', () => {
    expect(flowsOf({ produced: 0, imported: 2, exported: 0 })).toEqual([
      { from: 'imported', to: 'used', amount: 2 },
    ])
    expect(flowsOf({ produced: 0, imported: 0, exported: 0 })).toEqual([])
  })

  it('are unknown when a total is', () => {
    expect(flowsOf({ produced: 1, imported: null, exported: 0 })).toBeUndefined()
  })
})

it.each([
  [{ produced: null, imported: 1, exported: 1, unreadable: ['produced'] }, /not all.* readable\.$/],
  [{ produced: 5, imported: null, exported: 1 }, /not all of them are known\.$/],
  [{ produced: 5, exported: 1 }, /not all of them are known\.$/],
  [{ produced: 1, imported: 1, exported: 2 }, /contradict each other/],
])('explains why there are no flows of %j', (energy, why) => {
  expect(energyFlows(energy, energyBalance(energy))).toBeUndefined()
  expect(whyNoFlow(energy)).toMatch(why)
})
