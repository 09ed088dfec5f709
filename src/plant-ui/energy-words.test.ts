import { describe, expect, it } from 'vitest'
import { amountWithUnit, formatAmount, formatShortAmount, hasLongNumber } from './energy-words'

describe('amounts', () => {
  it.each([
    [0, '0'],
    [12.3, '12.3'],
    [1234.5678, '1,234.568'],
    [-5, '-5'],
    [0.0001, '< 0.001'],
    [-0.0001, '> -0.001'],
    [5e-324, '< 0.001'],
    [999_999_999_999_999, '999,999,999,999,999'],
    [1e15, '1E15'],
    [1e308, '1E308'],
    [-1.23456e308, '-1.235E308'],
    [Infinity, '> 1.797E308'],
    [-Infinity, '< -1.797E308'],
  ])('of %d are written as %s', (value, text) => expect(formatAmount(value)).toBe(text))

  it.each([
    [1234.5678, '1,234.568'],
    [123_456.789, '123,457'],
    [-999_999_999, '-999,999,999'],
    [1e9, '1E9'],
    [Infinity, '> 1.797E308'],
  ])('of %d are written as %s in a chart', (value, text) =>
    expect(formatShortAmount(value)).toBe(text),
  )

  it('are long from ten characters on', () => {
    expect(hasLongNumber(['1,234.567', undefined])).toBe(false)
    expect(hasLongNumber(['1', '12,345.678'])).toBe(true)
  })

  it('distinguish a missing value from 0', () => {
    expect(amountWithUnit(null, 'kWh')).toBe('no value')
    expect(amountWithUnit(0, 'kWh')).toBe('0\u00A0kWh')
    expect(formatAmount(4, 3)).toBe('4.000')
  })
})
