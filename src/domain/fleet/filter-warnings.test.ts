import { describe, expect, it } from 'vitest'
import { parseFilter } from './filter-text'
import { filterWarnings } from './filter-warnings'
import { anyText, fc } from '@/lib/test-properties'

const known = [
  { facet: 'status', values: [{ value: 'OFFLINE' }, { value: 'ASLEEP' }] },
  { facet: 'org', values: [{ value: 'Elektro Brno' }] },
]
const keys = { names: ['a', 'vendor', 'Grid operator'], areAll: true }
const fleet = { isComplete: true, facets: () => known, keys: () => keys }
const warnings = (text: string) => filterWarnings(text, fleet)

/** Applies the suggestion of the first warning. */
function corrected(text: string): string | undefined {
  const [warning] = warnings(text)
  if (warning?.suggestion === undefined) return undefined
  const at = warning.column - 1
  return text.slice(0, at) + warning.suggestion + text.slice(at + warning.length)
}

describe('filterWarnings', () => {
  it.each([
    [
      'brno status:online,ofline',
      'No plant has “ofline”; did you mean offline?',
      'brno status:online,offline',
    ],
    ['status:ASLEP', 'No plant has “ASLEP”; did you mean ASLEEP?', 'status:ASLEEP'],
    ['type:banana,banana', 'No plant has “banana”.', undefined],
    [
      'org:"elektro brna"',
      'No plant has “elektro brna”; did you mean Elektro Brno?',
      'org:"Elektro Brno"',
    ],
    [
      'brno Offline x',
      '“Offline” is searched for as a word; did you mean status:offline?',
      'brno status:offline x',
    ],
    ['mtls', '“mtls” is searched for as a word; did you mean auth:mtls?', 'auth:mtls'],
    ['expired', '“expired” is searched for as a word; did you mean cert:expired?', 'cert:expired'],
    [
      'status:offline OR status:online x',
      '“OR” is searched for as a word. Join conditions on one field with a comma, as in “status:offline,online”.',
      'status:offline,online x',
    ],
    [
      'meta.a:1 and meta.a:2',
      '“and” is searched for as a word. Join conditions on one field with a comma, as in “meta.a:1,2”.',
      'meta.a:1,2',
    ],
    [
      'x meta.vendr:abb,"" y',
      'The list has no values for the metadata key “vendr”; did you mean vendor?',
      'x meta.vendor:abb,"" y',
    ],
    [
      'meta.Vendor:abb',
      'The list has no values for the metadata key “Vendor”; did you mean vendor?',
      'meta.vendor:abb',
    ],
    [
      'meta."grid operator":x',
      'The list has no values for the metadata key “grid operator”; did you mean Grid operator?',
      'meta."Grid operator":x',
    ],
    ['meta.foo:bar', 'The list has no values for the metadata key “foo”.', undefined],
    [
      'brno OR cert<30d',
      '“OR” is searched for as a word. Only conditions on one field can be alternatives, joined with a comma, as in “status:online,offline”.',
      undefined,
    ],
    [
      'brno AND cert<30d',
      '“AND” is searched for as a word. Plants must match all conditions anyway.',
      'brno cert<30d',
    ],
    [
      'status:online brno status:offline',
      'No plant can match both “status:online” and “status:offline”. Join alternatives with a comma.',
      'status:online,offline brno',
    ],
    ['cert>30d cert<7d', 'No plant can match both “cert>30d” and “cert<7d”.', undefined],
    ['cert:expired cert<30d', 'No plant can match both “cert:expired” and “cert<30d”.', undefined],
    ['cert<5d cert:month', 'No plant can match both “cert<5d” and “cert:month”.', undefined],
    ['seen:hour seen>2h', 'No plant can match both “seen:hour” and “seen>2h”.', undefined],
    ['seen:never seen>7d', 'No plant can match both “seen:never” and “seen>7d”.', undefined],
    ['failures>3 failures<4', 'No plant can match both “failures>3” and “failures<4”.', undefined],
    ['failures:0 failures>0', 'No plant can match both “failures:0” and “failures>0”.', undefined],
  ])('warns about %j', (text, message, correction) => {
    expect(warnings(text).map((one) => one.message)).toEqual([message])
    expect(corrected(text)).toBe(correction)
  })

  it.each([
    'status:offline,asleep',
    'Status:degraded',
    'type:""',
    'meta.vendor:other',
    'vendr:abb',
    'template:nowhere',
    'template:a template:b',
    'status:offline status:ONLINE,OFFLINE',
    'seen>1d seen<7d',
    'seen:older seen>30d',
    'seen:hour,never seen<10m',
    'cert:week cert<1d',
    'cert:expired cert<0d',
    'cert:WEEK,expired cert>6d',
    'cert:later seen>1d',
    'seen>1d seen>7d',
    'failures>3 failures<5',
    'failures:3 failures<5',
    'Brno or sever',
    '"offline" offline-park',
    '"OR" brno',
    'brno "OR" status:online',
    'OR',
    'brno OR',
    'statsu:ofline',
    'none later Later',
  ])('has no warning about %j', (text) => {
    expect(warnings(text)).toEqual([])
  })

  it('considers only the plants that have been read', () => {
    const [warning] = filterWarnings('status:ofline', { ...fleet, isComplete: false })
    expect(warning?.message).toBe('No plant read so far has “ofline”; did you mean offline?')
  })

  it('does not look up words among the values of the fleet', () => {
    const asked = () => expect.fail('asked')
    const unasked = { isComplete: true, facets: asked, keys: asked }
    expect(filterWarnings('brno cert<30d', unasked)).toEqual([])
  })

  it('claims nothing about a metadata key that plants may have', () => {
    const about = (isComplete: boolean, names: string[], areAll = true) =>
      filterWarnings('meta.foo:x', { ...fleet, isComplete, keys: () => ({ names, areAll }) })
    expect(about(false, ['vendor'])[0]?.message).toBe(
      'The list has no values for the metadata key “foo” so far.',
    )
    expect(about(false, [])).toEqual([])
    expect(about(true, [])).toHaveLength(1)
    expect(about(true, ['vendor'], false)).toEqual([])
  })

  it('corrects any text to one that can be read', () => {
    const piece = fc.constantFrom(
      'status:ofline',
      'status:online',
      'OR',
      'and',
      'seen<1d',
      'seen>2d',
      'meta.a:1',
      'meta.vendr:1',
      'x',
      '"',
      'org:',
    )
    const line = fc.oneof(
      anyText(),
      fc.array(piece, { maxLength: 6 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(line, (text) => {
        const mistakes = parseFilter(text).mistakes.length
        for (const { column, length } of warnings(text)) {
          expect(column).toBeGreaterThan(0)
          expect(column - 1 + length).toBeLessThanOrEqual(text.length)
        }
        const better = corrected(text)
        if (better !== undefined)
          expect(parseFilter(better).mistakes.length).toBeLessThanOrEqual(mistakes)
      }),
    )
  })
})
