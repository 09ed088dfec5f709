import { expect, it } from 'vitest'
import { canaryFirst } from './run-order'
import { testRunPlant } from './test-runs'

const orderOf = (plants: Parameters<typeof canaryFirst>[0], canary: number) =>
  canaryFirst(plants, canary)
    .map(({ id }) => id)
    .join('')

const gateway = { type: 'GATEWAY', templateId: 't1' }

it('puts connected plants first', () => {
  const plants = [
    testRunPlant('a', { status: 'OFFLINE' }),
    testRunPlant('b', { status: 'UNKNOWN' }),
    testRunPlant('c', { status: 'DEGRADED' }),
    testRunPlant('d'),
  ]
  expect(orderOf(plants, 1)).toBe('cabd')
  expect(orderOf(plants, 2)).toBe('cdab')
})

it('spreads the first plants over types and templates', () => {
  const plants = [
    testRunPlant('a', gateway),
    testRunPlant('b', gateway),
    testRunPlant('c', { type: 'GATEWAY', templateId: 't2' }),
    testRunPlant('d', { type: 'SENSOR', templateId: 't3' }),
  ]
  expect(orderOf(plants, 2)).toBe('adbc')
  expect(orderOf(plants, 3)).toBe('adcb')
})

it('takes others when too few are connected, and all of a few plants', () => {
  const plants = [
    testRunPlant('a', { status: 'OFFLINE', ...gateway }),
    testRunPlant('b', gateway),
    testRunPlant('c', { status: 'OFFLINE', type: 'SENSOR', templateId: 't3' }),
  ]
  expect(orderOf(plants, 2)).toBe('bca')
  expect(orderOf(plants.slice(0, 1), 3)).toBe('a')
  expect(orderOf([], 3)).toBe('')
})

it('doesn’t rely on an unreadable connection', () => {
  const plants = [{ ...testRunPlant('a'), unreadable: ['status'] }, testRunPlant('b')]
  expect(orderOf(plants, 1)).toBe('ba')
})
