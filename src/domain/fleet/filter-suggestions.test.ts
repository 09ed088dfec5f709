import { describe, expect, it } from 'vitest'
import { suggestFilter } from './filter-suggestions'
import { parseFilter } from './filter-text'
import { anyText, fc } from '@/lib/test-properties'

const known = [
  { facet: 'status', values: [{ value: 'OFFLINE' }, { value: 'ASLEEP' }] },
  { facet: 'template', values: [{ value: 'Heating plant' }] },
  { facet: 'meta.installer', values: [{ value: 'Elektro' }, { value: 'Solar Mont' }] },
]
const keys = () => ['installer', 'vendor']
const inserted = (text: string, caret = text.length) =>
  suggestFilter(text, caret, known, keys).map(({ insert }) => insert)

describe('suggestFilter', () => {
  it.each<[string, string[]]>([
    ['st', ['status:']],
    ['brno ce', ['brno cert:', 'brno cert<30d', 'brno cert<7d']],
    ['status:off', ['status:OFFLINE']],
    ['status:as', ['status:ASLEEP']],
    ['brno status:offline', []],
    ['Status:Asleep', []],
    ['status:OFFLINE,deg', ['status:OFFLINE,DEGRADED']],
    ['template:he', ['template:"Heating plant"']],
    ['template:"he', ['template:"Heating plant"']],
    ['meta', ['meta.installer:']],
    ['meta.installer:s', ['meta.installer:"Solar Mont"']],
    ['tag', []],
    ['sn', []],
    ['LAST', ['seen:', 'seen>1d', 'seen>7d']],
    ['method', ['auth:']],
    ['cert:30d', ['cert<30d']],
    ['cert<45', ['cert<45d']],
    ['seen>=2d', ['seen>2d']],
    ['serial:PV-1', ['PV-1']],
    ['a cert:valid', ['a cert:later']],
    ['template:HÉ', ['template:"Heating plant"']],
    ['template:plant', ['template:"Heating plant"']],
    ['Installer:so', ['meta.installer:"Solar Mont"']],
    ['Vendor:abb', ['meta.vendor:abb']],
    ['nothing:x', ['"nothing:x"']],
    ['nothing', []],
    ['', []],
    ['status:offline ', []],
    ['"st', []],
  ])('completes %j', (text, expected) => {
    expect(inserted(text)).toEqual(expected)
  })

  it('completes the item at the caret, and keeps the others', () => {
    const [first] = suggestFilter('a st b', 4, known, keys)
    expect(first).toEqual({
      insert: 'a status: b',
      caret: 9,
      ending: 'status:',
      label: 'Connection',
    })
  })

  it('labels values as they are worded on screen', () => {
    expect(suggestFilter('cert:mon', 8, known, keys)[0]?.label).toBe('Expires in 7 to 30 days')
  })

  it('suggests only values that the filter understands, for any text', () => {
    const piece = fc.constantFrom('status', ':', 'cert', 'O', '"', ',', ' ', 'meta.', 'inst', '<')
    const line = fc.oneof(
      anyText(),
      fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(line, fc.nat(20), (text, caret) => {
        for (const one of suggestFilter(text, Math.min(caret, text.length), known, keys)) {
          expect(one.caret).toBeLessThanOrEqual(one.insert.length)
          expect(() => parseFilter(one.insert)).not.toThrow()
        }
      }),
    )
  })
})
