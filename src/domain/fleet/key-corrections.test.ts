import { describe, expect, it } from 'vitest'
import { parseFilter } from './filter-text'
import { correctKeys } from './key-corrections'
import { anyText, fc } from '@/lib/test-properties'

const keys = ['vendor', 'simulated', 'grid operator', 'Typ', 'typ', 'serial']
const mistakesOf = (text: string) => correctKeys(text, parseFilter(text).mistakes, () => keys)

/** Applies the suggestion of the first mistake. */
function corrected(text: string): string | undefined {
  const [mistake] = mistakesOf(text)
  if (mistake?.suggestion === undefined) return undefined
  const at = mistake.column - 1
  return text.slice(0, at) + mistake.suggestion + text.slice(at + mistake.length)
}

describe('correctKeys', () => {
  it.each([
    ['vendor:siemens', 'vendor', 'meta.vendor:siemens'],
    ['brno Vendor=siemens,abb x', 'vendor', 'brno meta.vendor:siemens,abb x'],
    ['simulated:true', 'simulated', 'meta.simulated:true'],
    ['vendr:"Solar Mont"', 'vendor', 'meta.vendor:"Solar Mont"'],
    ['metadata.vendor:siemens', 'vendor', 'meta.vendor:siemens'],
    ['gridoperator:x', 'grid operator', 'meta."grid operator":x'],
    ['typ:x', 'typ', 'meta.typ:x'],
    ['TYP:x', 'Typ', 'meta.Typ:x'],
  ])('corrects %j to the key %j', (text, key, correction) => {
    const [mistake] = mistakesOf(text)
    expect(mistake?.message).toMatch(/^There is no field “[^”]+”\. Did you mean “meta\.(.+)”\?$/)
    expect(mistake?.message).toContain(`“meta.${key}”`)
    expect(corrected(text)).toBe(correction)
  })

  it('names the key where a value is missing', () => {
    const [mistake] = mistakesOf('vendor: siemens')
    expect(mistake).toEqual({
      column: 1,
      length: 7,
      message: 'There is no field “vendor”. Did you mean “meta.vendor”?',
    })
  })

  it.each(['-vendor:x', '!vendor:x', 'vendor!=x', 'vendor>5', 'serial:PV-1', 'statsu:x', 'cert<x'])(
    'leaves the mistake in %j as it is',
    (text) => {
      const { mistakes } = parseFilter(text)
      expect(mistakes).toHaveLength(1)
      expect(mistakesOf(text)).toEqual(mistakes)
    },
  )

  it('asks for the keys only when a field doesn’t exist', () => {
    const text = 'brno status:x cert<x "a'
    const { mistakes } = parseFilter(text)
    expect(correctKeys(text, mistakes, () => expect.fail('asked'))).toEqual(mistakes)
  })

  it('corrects any text to one with fewer mistakes, and keeps the places of the mistakes', () => {
    const piece = fc.constantFrom('vendor', ':', '=', 'x', '"', ',', ' ', 'typ:', 'meta.', '-')
    const line = fc.oneof(
      anyText(),
      fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(line, (text) => {
        const { mistakes } = parseFilter(text)
        const places = ({ column, length }: { column: number; length: number }) => [column, length]
        expect(mistakesOf(text).map(places)).toEqual(mistakes.map(places))
        const better = corrected(text)
        if (better === undefined || !mistakesOf(text)[0]?.message.includes('“meta.')) return
        expect(parseFilter(better).mistakes.length).toBeLessThan(mistakes.length)
      }),
    )
  })
})
