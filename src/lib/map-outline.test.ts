import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type CountryTopology, outlineAround } from './map-outline'

const atlasFile = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const atlas = JSON.parse(readFileSync(atlasFile, 'utf8')) as CountryTopology
const size = { width: 500, height: 200, widthKm: 1_000 }
const around = (latitude: number, longitude: number) =>
  outlineAround(atlas, { latitude, longitude }, size)

describe('outlineAround', () => {
  it('draws only the country of the point and its neighbours', () => {
    const { countries, country, pxPerKm } = around(49.22, 17.66)
    expect(country).toBe('Czechia')
    const names = countries.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Czechia', 'Slovakia', 'Austria', 'Poland']))
    expect(names).not.toContain('Spain')
    expect(pxPerKm).toBe(0.5)
    const [x, y] = countries.find(({ name }) => name === 'Slovakia')?.labelAt ?? [0, 0]
    expect(x).toBeGreaterThan(250)
    expect(y).toBeGreaterThan(100)
    expect(countries.every(({ path }) => path.startsWith('M') && !path.includes('NaN'))).toBe(true)
  })

  it('stays inside the picture', () => {
    const { countries } = around(40.4, -3.7)
    const numbers = countries.flatMap(({ path }) => path.match(/-?[\d.]+/g)?.map(Number) ?? [])
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-2)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(502)
  })

  it.each([
    ['the date line from the east', 67, -179.5, 'Russia'],
    ['the date line from the west', 67, 179.5, 'Russia'],
    ['the ice near the south pole', -80, 20, 'Antarctica'],
    ['the Atlantic', 0, 0, undefined],
    ['the north pole', 90, 180, undefined],
  ])('finds the country at %s', (_, latitude, longitude, country) => {
    expect(around(latitude, longitude).country).toBe(country)
  })
})
