import { describe, expect, it } from 'vitest'
import type { RunAction } from './run-document'
import { type ReadPlant, attributeValues, driftOf, runPlantOf } from './run-plant'
import { testReadPlant, testRunPlant } from './test-runs'
import { fc } from '@/lib/test-properties'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const metadata = '{"site":"north","size":10000000000000000001,"empty":null,"in":{"site":"south"}}'
const group = (id: string) => ({ id, name: `Group ${id}` })
const groups = (...ids: string[]) => ({ items: ids.map(group), unreadable: 0 })

const driftFrom = (
  planned: ReadPlant,
  plant: ReadPlant,
  { kind = 'command', attributes = [] }: { kind?: RunAction['kind']; attributes?: string[] } = {},
) => driftOf(runPlantOf(planned, attributes), plant, { kind, attributes, nowMs })
const drift = (change: object, more = {}) =>
  driftFrom(testReadPlant('a'), testReadPlant('a', change), more)

describe('runPlantOf', () => {
  it('keeps what a reviewer sees of a plant', () => {
    expect(runPlantOf(testReadPlant('a'), [])).toEqual(testRunPlant('a'))
    const template = { id: 't-1', name: 'T' }
    expect(runPlantOf(testReadPlant('a', { template }), []).templateId).toBe('t-1')
    expect(runPlantOf(testReadPlant('a', { template, templateId: 't-2' }), []).templateId).toBe(
      't-2',
    )
    expect(
      runPlantOf(testReadPlant('a', { organizationId: undefined }), []).organizationId,
    ).toBeNull()
  })

  it('keeps the values of the limited attributes in their order', () => {
    const plant = testReadPlant('a', { metadata, plantGroups: groups('h', 'g') })
    expect(runPlantOf(plant, ['group', 'meta.site', 'type']).values).toEqual([
      ['g', 'h'],
      ['north'],
      ['GATEWAY'],
    ])
  })
})

describe('attributeValues', () => {
  const plant = testReadPlant('a', { metadata, templateId: 't', plantGroups: groups('g') })
  it.each([
    ['organization', ['org-1']],
    ['template', ['t']],
    ['type', ['GATEWAY']],
    ['group', ['g']],
    ['meta.site', ['north']],
    ['meta.size', ['10000000000000000001']],
    ['meta.empty', ['']],
    ['meta.missing', ['']],
    ['meta.__proto__', ['']],
    ['meta.', ['']],
    ['unheard of', ['']],
  ])('reads %s', (attribute, values) => {
    expect(attributeValues(plant, attribute)).toEqual(values)
  })

  it('has one value for plants without any, so that those count together', () => {
    const bare = testReadPlant('a', { organizationId: null })
    for (const attribute of ['organization', 'template', 'group', 'meta.site'])
      expect(attributeValues(bare, attribute)).toEqual([''])
  })
})

describe('driftOf', () => {
  it('finds none in a plant as it was planned', () => {
    expect(drift({})).toEqual([])
    expect(drift({ lastSeenAt: '2026-03-01T11:59:00Z', authFailureCount: 3 })).toEqual([])
  })

  it.each([
    ['id', { id: 'b' }, 'The server answered with another plant'],
    ['name', { name: 'Other' }, 'Its name changed'],
    ['serialNumber', { serialNumber: 'SN-b' }, 'Its serial number changed'],
    ['type', { type: 'SENSOR' }, 'Its type changed'],
    ['authMethod', { authMethod: 'TOKEN' }, 'Its authentication method changed'],
    ['organizationId', { organizationId: 'org-2' }, 'It moved to another organization'],
    ['no organizationId', { organizationId: null }, 'It moved to another organization'],
    ['templateId', { templateId: 't' }, 'Its template changed'],
    ['lifecycle', { lifecycleStatus: 'SUSPENDED' }, 'Its lifecycle was Active and is Suspended'],
    ['unknown lifecycle', { lifecycleStatus: 'X' }, 'Its lifecycle was Active and is X'],
    ['OFFLINE', { status: 'OFFLINE' }, 'It was connected and is Offline'],
    ['UNKNOWN', { status: 'UNKNOWN' }, 'It was connected and is Unknown'],
    ['another status', { status: 'toString' }, 'It was connected and is toString'],
    [
      'unreadable status',
      { status: 'ONLINE', unreadable: ['status'] },
      'It was connected and is Unreadable',
    ],
  ])('finds a change of the %s', (_what, change, words) => {
    expect(drift(change)).toEqual([words])
  })

  it('names every change', () => {
    expect(drift({ name: 'X', type: 'SENSOR', status: 'OFFLINE' })).toHaveLength(3)
  })

  it('takes a better connection, and any other one of connected plants, for none', () => {
    const planned = (status: string) => testReadPlant('a', { status })
    expect(driftFrom(planned('OFFLINE'), planned('ONLINE'))).toEqual([])
    expect(driftFrom(planned('OFFLINE'), planned('UNKNOWN'))).toEqual([])
    expect(driftFrom(planned('DEGRADED'), planned('ONLINE'))).toEqual([])
    expect(driftFrom(planned('ONLINE'), planned('DEGRADED'))).toEqual([])
  })

  it('needs no connection to change a lifecycle', () => {
    expect(drift({ status: 'OFFLINE' }, { kind: 'suspend' })).toEqual([])
  })

  it('holds a change of the lifecycle back that makes no sense', () => {
    const suspended = testReadPlant('a', { lifecycleStatus: 'SUSPENDED' })
    expect(driftFrom(suspended, suspended, { kind: 'suspend' })).toEqual([
      'The plant is already suspended',
    ])
    expect(driftFrom(suspended, suspended, { kind: 'reactivate' })).toEqual([])
    expect(driftFrom(suspended, suspended)).toEqual([])
  })

  it.each([
    'name',
    'serialNumber',
    'type',
    'lifecycleStatus',
    'authMethod',
    'organizationId',
    'templateId',
    'template',
  ])('concludes nothing from an unreadable %s, although its fallback fits', (name) => {
    const empty = { organizationId: null, templateId: null }
    const planned = testReadPlant('a', empty)
    const plant = testReadPlant('a', { ...empty, unreadable: [name] })
    expect(driftFrom(planned, plant)).toEqual([`Unreadable: ${name}`])
  })

  it('doesn’t mind an unreadable template whose ID can be read, nor members that it doesn’t keep', () => {
    const planned = testReadPlant('a', { templateId: 't' })
    expect(driftFrom(planned, { ...planned, unreadable: ['template', 'lastSeenAt'] })).toEqual([])
    expect(drift({ unreadable: ['metadata', 'plantGroups'] })).toEqual([])
  })

  it('compares metadata and groups only if they are limited', () => {
    const planned = testReadPlant('a', { metadata, plantGroups: groups('g', 'h') })
    const moved = { ...planned, metadata: '{"site":"west"}', plantGroups: groups('g') }
    expect(driftFrom(planned, moved)).toEqual([])
    expect(driftFrom(planned, moved, { attributes: ['meta.site', 'group'] })).toEqual([
      'Its metadata “site” changed',
      'Its group changed',
    ])
    const sorted = { ...planned, plantGroups: groups('h', 'g') }
    expect(driftFrom(planned, sorted, { attributes: ['group'] })).toEqual([])
  })

  it('tells two groups from one whose ID has a line break', () => {
    const planned = testReadPlant('a', { plantGroups: groups('g', 'h') })
    const plant = testReadPlant('a', { plantGroups: groups('g\nh') })
    expect(driftFrom(planned, plant, { attributes: ['group'] })).toHaveLength(1)
  })

  it('concludes nothing from limited values that can’t be read', () => {
    const unreadable = (names: string[], more = {}) =>
      testReadPlant('a', { unreadable: names, ...more })
    const planned = testReadPlant('a')
    expect(driftFrom(planned, unreadable(['metadata']), { attributes: ['meta.site'] })).toEqual([
      'Unreadable: metadata',
    ])
    expect(driftFrom(planned, unreadable(['plantGroups']), { attributes: ['group'] })).toEqual([
      'Unreadable: groups',
    ])
    const lost = { plantGroups: { items: [], unreadable: 1 } }
    expect(driftFrom(planned, unreadable([], lost), { attributes: ['group'] })).toEqual([
      'Unreadable: groups',
    ])
  })

  it('holds a plant back exactly if something that the document records became worse', () => {
    const text = fc.constantFrom('', 'a', 'b')
    const state = fc.record({
      name: text,
      serialNumber: text,
      type: fc.constantFrom('GATEWAY', 'SENSOR'),
      status: fc.constantFrom('ONLINE', 'DEGRADED', 'OFFLINE', 'UNKNOWN', 'OTHER'),
      lifecycleStatus: fc.constantFrom('ACTIVE', 'PROVISIONED', 'SUSPENDED', 'OTHER'),
      authMethod: fc.constantFrom('MTLS', 'TOKEN'),
      organizationId: fc.constantFrom(null, 'o-1', 'o-2'),
      templateId: fc.constantFrom(null, 't-1'),
      metadata: fc.constantFrom(null, '{"site":"n"}', '{"site":"s"}', '{"site":"n","more":1}'),
      plantGroups: fc.constantFrom(null, groups(), groups('g'), groups('g', 'h')),
      lastSeenAt: fc.constantFrom(null, '2026-03-01T11:00:00Z'),
    })
    const changes = fc.subarray([
      'name',
      'serialNumber',
      'type',
      'status',
      'lifecycleStatus',
      'authMethod',
      'organizationId',
      'templateId',
      'metadata',
      'plantGroups',
      'lastSeenAt',
    ] as const)
    const attributes = ['organization', 'meta.site', 'group']
    const connected = ['ONLINE', 'DEGRADED']
    const seen = { drifted: 0, same: 0 }
    // Three in each of the 100 runs of a property.
    const threeTimes = fc.array(fc.tuple(state, state, changes), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(threeTimes, (plays) => {
        for (const [before, other, changed] of plays) {
          const after = {
            ...before,
            ...Object.fromEntries(changed.map((name) => [name, other[name]])),
          }
          const siteOf = (json: string | null) => json?.match(/"site":"(.)"/)?.[1]
          const idsOf = (some: typeof before.plantGroups) =>
            some?.items.map(({ id }) => id).join('+') || ''
          const kept = [
            'name',
            'serialNumber',
            'type',
            'lifecycleStatus',
            'authMethod',
            'organizationId',
            'templateId',
          ] as const
          const isWorse =
            kept.some((name) => before[name] !== after[name]) ||
            siteOf(before.metadata) !== siteOf(after.metadata) ||
            idsOf(before.plantGroups) !== idsOf(after.plantGroups) ||
            (connected.includes(before.status) && !connected.includes(after.status))
          const found = driftFrom(testReadPlant('a', before), testReadPlant('a', after), {
            attributes,
          })
          expect(found.length > 0).toBe(isWorse)
          seen[isWorse ? 'drifted' : 'same'] += 1
        }
      }),
    )
    expect(Math.min(seen.drifted, seen.same)).toBeGreaterThan(30)
  })
})
