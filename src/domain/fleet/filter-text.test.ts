import { describe, expect, it } from 'vitest'
import { parseFilter, printCondition, printFilter } from './filter-text'
import type { Condition } from './fleet-filter'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'
import { anyText, fc } from '@/lib/test-properties'

const text = (value: string): Condition => ({ kind: 'text', text: value })
const facet = (
  name: Extract<Condition, { kind: 'facet' }>['facet'],
  ...values: string[]
): Condition => ({
  kind: 'facet',
  facet: name,
  values,
})

describe('parseFilter', () => {
  it.each<[string, Condition[]]>([
    ['', []],
    ['  brno   sever ', [text('brno'), text('sever')]],
    ['"brno sever"', [text('brno sever')]],
    [String.raw`"a \"b\" \\"`, [text(String.raw`a "b" \ `.trim())]],
    ['status:offline', [facet('status', 'offline')]],
    ['Connection:OFFLINE,"not known"', [facet('status', 'OFFLINE', 'not known')]],
    ['cert:Expired,week seen:never', [facet('cert', 'expired', 'week'), facet('seen', 'never')]],
    ['type:""', [facet('type', '')]],
    ['cert<30d', [{ kind: 'age', field: 'cert', op: '<', ms: 30 * dayMs }]],
    ['seen>2D', [{ kind: 'age', field: 'seen', op: '>', ms: 2 * dayMs }]],
    ['created<1.5h', [{ kind: 'age', field: 'created', op: '<', ms: 90 * minuteMs }]],
    ['failures>0', [{ kind: 'count', field: 'failures', op: '>', count: 0 }]],
    ['failures:3', [{ kind: 'count', field: 'failures', op: '=', count: 3 }]],
    ['failures=3', [{ kind: 'count', field: 'failures', op: '=', count: 3 }]],
    ['meta.installer:"Elektro"', [{ kind: 'meta', key: 'installer', values: ['Elektro'] }]],
    ['meta."a b":1,2', [{ kind: 'meta', key: 'a b', values: ['1', '2'] }]],
    ['AB:CD:EF:01', [text('AB:CD:EF:01')]],
    ['sha256:abcdef01', [text('sha256:abcdef01')]],
    ['SHA256 Fingerprint=AB:CD:EF:01', [text('SHA256 Fingerprint=AB:CD:EF:01')]],
    ['"status:offline"', [text('status:offline')]],
  ])('reads %j', (line, filter) => {
    expect(parseFilter(line)).toEqual({ filter, mistakes: [] })
  })

  it.each<[string, string, string | undefined, number]>([
    [
      'brno staus:offline',
      'There is no field “staus”. Did you mean “status”?',
      'status:offline',
      6,
    ],
    [
      'weather:bad',
      'There is no field “weather”. Put it in quotation marks to search for it.',
      '"weather:bad"',
      1,
    ],
    ['status:', 'A value is missing after “status:”.', undefined, 1],
    ['status:online,', 'A value is missing after “status:”.', undefined, 1],
    ['status>2', '“status” can’t be compared. Use “:”.', 'status:2', 1],
    ['a cert<soon', '“cert<” needs a time, such as “30d”, “2h” or “15m”.', undefined, 3],
    [
      'created:7d',
      '“created” needs “<” or “>” before a time, as in “created<7d”.',
      'created<7d',
      1,
    ],
    ['cert:30d', '“cert” needs “<” or “>” before a time, as in “cert<30d”.', 'cert<30d', 1],
    ['lastSeen=2hours', '“seen” needs “<” or “>” before a time, as in “seen>2d”.', 'seen>2h', 1],
    ['cert<30', '“cert<” needs a time, such as “30d”, “2h” or “15m”.', 'cert<30d', 1],
    ['seen>never', '“seen>” needs a time, such as “30d”, “2h” or “15m”.', 'seen:never', 1],
    ['seen>=2d', 'Use “<” or “>” alone, as in “seen>2d”.', 'seen>2d', 1],
    ['failures>=1', 'Use “<” or “>” alone, as in “failures>0”.', 'failures>0', 1],
    ['failures<=3', 'Use “<” or “>” alone, as in “failures>0”.', 'failures<4', 1],
    ['a cert < 30d b', 'Write “cert<30d” without spaces.', 'cert<30d', 3],
    ['status: offline', 'Write “status:offline” without spaces.', 'status:offline', 1],
    ['status : offline', 'Write “status:offline” without spaces.', 'status:offline', 1],
    ['status: cert<30d', 'A value is missing after “status:”.', undefined, 1],
    ['staus:', 'There is no field “staus”. Did you mean “status”?', 'status:', 1],
    ['serial:PV-1', 'There is no field “serial”. Serial numbers are found without one.', 'PV-1', 1],
    ['serial:', 'There is no field “serial”. Serial numbers are found without one.', undefined, 1],
    ['sn:0042', 'There is no field “sn”. Serial numbers are found without one.', '0042', 1],
    [
      'external-id:VELVARY',
      'There is no field “external-id”. The server’s list has no external IDs to search for.',
      undefined,
      1,
    ],
    ['tag:x', 'There is no field “tag”. Put it in quotation marks to search for it.', '"tag:x"', 1],
    [
      'status!=offline',
      'Conditions can’t exclude values. List the values to keep instead.',
      undefined,
      1,
    ],
    ['-org:x', 'Conditions can’t exclude values. List the values to keep instead.', undefined, 1],
    [
      'cert:expired,latre',
      '“cert” has no value “latre”. Use expired, week, month, quarter, later, none, unused, revoked, decommissioned or unreadable.',
      'cert:expired,later',
      1,
    ],
    ['failures>many', '“failures” needs a number, such as “failures>0”.', undefined, 1],
    ['meta.:x', 'A key is missing after “meta.”.', undefined, 1],
    ['meta.a>1', 'Metadata can’t be compared. Use “:”.', undefined, 1],
    ['"brno', 'A quotation mark is missing.', '"brno"', 1],
    ['"a"b', 'A space is missing beside a quotation mark.', String.raw`"\"a\"b"`, 1],
    ['a"b', 'A space is missing beside a quotation mark.', String.raw`"a\"b"`, 1],
    [
      'x status:a"b"',
      'A space is missing beside a quotation mark.',
      String.raw`"status:a\"b\""`,
      3,
    ],
    [
      'seen:nevr',
      '“seen” has no value “nevr”. Use hour, day, week, older, never or unreadable.',
      'seen:never',
      1,
    ],
  ])('explains the mistake in %j', (line, message, suggestion, column) => {
    const { mistakes } = parseFilter(line)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatchObject({ column, message })
    expect(mistakes[0]?.suggestion).toBe(suggestion)
  })

  it('keeps the conditions beside a mistake', () => {
    expect(parseFilter('status:offline cert<soon brno').filter).toHaveLength(2)
  })

  it('reads any text, with its mistakes within it', () => {
    const piece = fc.constantFrom(
      'status',
      ':',
      '<',
      '"',
      '\\',
      ',',
      ' ',
      'meta.',
      'a',
      '30d',
      'ab',
    )
    const line = fc.oneof(
      anyText(),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(line, (given) => {
        const { filter, mistakes } = parseFilter(given)
        for (const { column, length } of mistakes) {
          expect(column).toBeGreaterThan(0)
          expect(column - 1 + length).toBeLessThanOrEqual(given.length)
        }
        expect(parseFilter(printFilter(filter))).toEqual({ filter, mistakes: [] })
      }),
    )
  })

  it.each(['staus:x', 'seen:nevr', '"brno', 'weather:bad', 'status>2'])(
    'suggests a text without a mistake for %j',
    (line) => {
      const suggestion = parseFilter(line).mistakes[0]?.suggestion ?? 'status:'
      expect(parseFilter(suggestion).mistakes).toEqual([])
    },
  )
})

describe('printFilter', () => {
  it('prints what parseFilter reads as the same filter', () => {
    const value = fc.oneof(
      anyText(),
      fc.constantFrom('AB', 'CD', 'OFFLINE', 'a b', 'a,b', '"', '\\', ''),
    )
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      value.filter((one) => one.trim() !== '').map(text),
      fc
        .tuple(
          fc.constantFrom('status' as const, 'template' as const, 'org' as const),
          fc.array(value, { minLength: 1, maxLength: 3 }),
        )
        .map(([name, values]) => facet(name, ...values)),
      fc.record({
        kind: fc.constant('meta' as const),
        key: value.filter((key) => key !== ''),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('age' as const),
        field: fc.constantFrom('cert' as const, 'seen' as const, 'created' as const),
        op: fc.constantFrom('<' as const, '>' as const),
        ms: fc.nat(400 * 24).map((hours) => hours * hourMs),
      }),
      fc.record({
        kind: fc.constant('count' as const),
        field: fc.constant('failures' as const),
        op: fc.constantFrom('<' as const, '>' as const, '=' as const),
        count: fc.nat(99),
      }),
    )
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual({ filter, mistakes: [] })
      }),
    )
  })

  it.each<[Condition, string]>([
    [text('brno'), 'brno'],
    [text('brno sever'), '"brno sever"'],
    [text('AB:CD:EF'), 'AB:CD:EF'],
    [{ kind: 'age', field: 'cert', op: '<', ms: 30 * dayMs }, 'cert<30d'],
    [{ kind: 'age', field: 'seen', op: '>', ms: 36 * hourMs }, 'seen>36h'],
    [{ kind: 'age', field: 'seen', op: '<', ms: 1_500 }, 'seen<1.5s'],
    [text(String.raw`C:\temp file`), String.raw`"C:\\temp file"`],
  ])('prints %j as %s', (condition, printed) => {
    expect(printCondition(condition)).toBe(printed)
  })
})

it('keeps a backslash that was typed within quotation marks', () => {
  const { filter } = parseFilter(String.raw`"C:\temp file"`)
  expect(filter).toEqual([text(String.raw`C:\temp file`)])
})

it('keeps two words apart that together would be a fingerprint', () => {
  const filter = [text('AB'), text('CD')]
  expect(parseFilter(printFilter(filter)).filter).toEqual(filter)
})
