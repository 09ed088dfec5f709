import { describe, expect, it } from 'vitest'
import {
  changedFields,
  changesStillOpen,
  conflicts,
  reconcileChange,
  takeTheirs,
  toEdited,
  unexpectedChanges,
  withAuthMethod,
} from './plant-edit'

const plant = {
  name: 'FVE Tábor',
  serialNumber: 'T-1',
  type: 'GATEWAY',
  authMethod: 'TOKEN',
  metadata: '{"k":1}',
  externalPlantId: 'ESM-1',
  templateId: '11111111-1111-4111-8111-111111111111',
}
const edited = toEdited(plant)

describe('changed fields', () => {
  it('are empty for an unchanged form', () => {
    expect(changedFields(plant, edited)).toEqual({})
    const bare = { ...plant, metadata: null, externalPlantId: null, templateId: undefined }
    expect(changedFields(bare, toEdited(bare))).toEqual({})
  })

  it('are returned as they are sent, trimmed except for metadata', () => {
    expect(
      changedFields(plant, { ...edited, name: '  Hall 4 ', metadata: ' {"k":2}', type: 'SENSOR' }),
    ).toEqual({ name: 'Hall 4', metadata: ' {"k":2}', type: 'SENSOR' })
  })

  it('contain UUIDs in lower case, and none that differs only in case', () => {
    const templateId = '6F9619FF-8B86-4D01-B42D-00CF4FC964FF'
    const other = { ...plant, templateId: templateId.toLowerCase() }
    expect(changedFields(other, { ...toEdited(other), templateId })).toEqual({})
    expect(changedFields(plant, { ...edited, templateId })).toEqual({
      templateId: templateId.toLowerCase(),
    })
    const theirs = { ...plant, templateId }
    expect(conflicts(other, theirs, {})).toEqual([])
    expect(changesStillOpen(theirs, { templateId: templateId.toLowerCase() })).toEqual({})
  })

  it('unlink cleared fields, but not those that were already empty', () => {
    const emptied = { ...edited, externalPlantId: ' ', templateId: '' }
    expect(changedFields(plant, emptied)).toEqual({ externalPlantId: null, templateId: null })
    const bare = { ...plant, externalPlantId: '', templateId: null }
    expect(changedFields(bare, emptied)).toEqual({})
  })

  it('contain an empty name and empty metadata, for the form to reject', () => {
    expect(changedFields(plant, { ...edited, name: ' ', metadata: '' })).toEqual({
      name: '',
      metadata: '',
    })
  })

  it('ignore characters that a control removes by itself', () => {
    const odd = { ...plant, name: 'Two\nlines ', metadata: '{\r\n"k":1}' }
    const shown = { ...toEdited(odd), name: 'Twolines ', metadata: '{\n"k":1}' }
    expect(changedFields(odd, shown)).toEqual({})
    expect(changedFields(odd, { ...shown, name: 'Twolines' })).toEqual({ name: 'Twolines' })
    expect(changedFields(plant, { ...edited, name: 'FVE Tábor ' })).toEqual({})
  })

  it('treat metadata as text: another layout is a change', () => {
    expect(changedFields(plant, { ...edited, metadata: '{"k": 1}' })).toEqual({
      metadata: '{"k": 1}',
    })
    const big = { ...plant, metadata: '{"n":9007199254740993}' }
    const next = { ...toEdited(big), metadata: '{"n":9007199254740992}' }
    expect(changedFields(big, next)).toEqual({ metadata: '{"n":9007199254740992}' })
  })

  it('omit values that the user did not touch, known or not', () => {
    const odd = { ...plant, type: 'FRIDGE', authMethod: 'X509' }
    expect(changedFields(odd, { ...toEdited(odd), name: 'New' })).toEqual({ name: 'New' })
  })
})

describe('the current method', () => {
  it('is sent with every change, unless the change sets another one', () => {
    expect(withAuthMethod({ name: 'New' }, plant)).toEqual({ authMethod: 'TOKEN', name: 'New' })
    expect(withAuthMethod({ authMethod: 'MTLS' }, plant)).toEqual({ authMethod: 'MTLS' })
  })

  it.each(['X509', '', 'toString'])('is omitted when it is %j', (authMethod) => {
    expect(withAuthMethod({ name: 'New' }, { authMethod })).toEqual({ name: 'New' })
  })
})

describe('conflicts', () => {
  it('are empty while no editable field changed', () => {
    const later = { ...plant, updatedAt: '2026-01-01T00:00:00Z', status: 'OFFLINE' }
    expect(conflicts(plant, later, { name: 'Mine' })).toEqual([])
  })

  it('show three versions of a field that both users changed, and two of one that only the other user changed', () => {
    const current = { ...plant, name: 'Theirs', metadata: '{"k": 1}' }
    expect(conflicts(plant, current, { name: 'Mine' })).toMatchObject([
      { field: 'name', opened: 'FVE Tábor', current: 'Theirs', mine: 'Mine' },
      { field: 'metadata', opened: '{"k":1}', current: '{"k": 1}', mine: undefined },
    ])
  })

  it('omit fields that another user changed to the same value', () => {
    const current = { ...plant, name: 'Same', externalPlantId: null }
    expect(conflicts(plant, current, { name: 'Same', externalPlantId: null })).toEqual([])
    expect(
      changesStillOpen(current, { name: 'Same', externalPlantId: null, type: 'SENSOR' }),
    ).toEqual({ type: 'SENSOR' })
  })

  it('treat an empty link like a missing one', () => {
    expect(conflicts({ ...plant, templateId: '' }, { ...plant, templateId: null }, {})).toEqual([])
  })

  it("keep their version of contested fields and the user's other changes", () => {
    const current = { ...plant, name: 'Theirs', type: 'SENSOR' }
    const mine = { name: 'Mine', externalPlantId: null, serialNumber: 'T-2' }
    expect(takeTheirs(plant, current, mine)).toEqual({
      ...toEdited(current),
      externalPlantId: '',
      serialNumber: 'T-2',
    })
  })
})

describe('unexpected values in the response to a change', () => {
  const before = { ...plant, organizationId: 'o-1' }

  it('are not reported when the other fields are unchanged', () => {
    const response = { ...before, name: 'New', metadata: '{ "k": 1 }' }
    expect(unexpectedChanges(before, response, { name: 'New', authMethod: 'TOKEN' })).toEqual([])
  })

  it('include a field that the user did not change', () => {
    const response = { ...before, name: 'New', authMethod: 'MTLS', templateId: null }
    expect(unexpectedChanges(before, response, { name: 'New', authMethod: 'TOKEN' })).toEqual([
      { field: 'authMethod', expected: 'TOKEN', actual: 'MTLS' },
      { field: 'templateId', expected: plant.templateId, actual: null },
    ])
  })

  it('include a sent field that was stored differently, and metadata that lost a member', () => {
    const sent = { name: 'New', metadata: '{"n":9007199254740993}' }
    const response = { ...before, name: 'NEW', metadata: '{"n":9007199254740992}' }
    expect(unexpectedChanges(before, response, sent).map(({ field }) => field)).toEqual([
      'name',
      'metadata',
    ])
  })

  it('exclude fields that the response does not contain', () => {
    expect(unexpectedChanges(before, { name: '', type: '' }, { name: 'New' })).toEqual([])
  })
})

describe('a change of unknown outcome', () => {
  const sent = { name: 'New', externalPlantId: null, metadata: '{"k":2}' }

  it('was completed when the plant has all sent values', () => {
    const current = { ...plant, name: 'New', externalPlantId: '', metadata: '{ "k": 2 }' }
    expect(reconcileChange(sent, current).kind).toBe('done')
    expect(reconcileChange({ organizationId: 'o-2' }, { organizationId: 'o-2' }).kind).toBe('done')
  })

  it('was not completed when the plant has none of them', () => {
    expect(reconcileChange(sent, plant).kind).toBe('not-done')
    expect(reconcileChange({ organizationId: 'o-2' }, {}).kind).toBe('not-done')
  })

  it('compares IDs regardless of case', () => {
    expect(reconcileChange({ organizationId: 'ab' }, { organizationId: 'AB' }).kind).toBe('done')
    expect(unexpectedChanges({ organizationId: 'ab' }, { organizationId: 'AB' }, {})).toEqual([])
  })

  it("can't be determined from equal metadata in another format", () => {
    const metadata = '{"a":1.0,"b":2}'
    const current = { ...plant, name: 'New', metadata: '{"b":2,"a":1}' }
    expect(reconcileChange({ metadata }, current).kind).toBe('cannot-tell')
    expect(reconcileChange({ metadata, name: 'New' }, current).kind).toBe('done')
    expect(reconcileChange({ metadata, name: 'Other' }, current).kind).toBe('not-done')
    expect(reconcileChange({ metadata }, { metadata: '{"b":2,"a":3}' }).kind).toBe('not-done')
    expect(unexpectedChanges(plant, current, { metadata, name: 'New' })).toEqual([])
  })

  it('is reported field by field when only some values match', () => {
    const { kind, fields } = reconcileChange(sent, { ...plant, name: 'New' })
    expect(kind).toBe('partly')
    expect(fields).toMatchObject([
      { field: 'name', sent: 'New', now: 'New', isDone: true },
      { field: 'metadata', sent: '{"k":2}', now: '{"k":1}', isDone: false },
      { field: 'externalPlantId', sent: null, now: 'ESM-1', isDone: false },
    ])
  })
})

describe('unreadable values', () => {
  const lost = { ...plant, name: '', metadata: null, unreadable: ['name', 'metadata'] }

  it("are never replaced by the form's placeholder", () => {
    const typed = { ...toEdited(lost), name: 'New', metadata: '{}', serialNumber: 'T-2' }
    expect(changedFields(lost, typed)).toEqual({ serialNumber: 'T-2' })
  })

  it("are a conflict when the user's change would replace them", () => {
    expect(conflicts(plant, lost, { name: 'Mine' })).toMatchObject([
      { field: 'name', mine: 'Mine', unreadable: { opened: false, current: true } },
      { field: 'metadata', mine: undefined, unreadable: { opened: false, current: true } },
    ])
    expect(conflicts(lost, lost, { serialNumber: 'T-2' })).toEqual([])
    expect(changesStillOpen(lost, { name: '' })).toEqual({ name: '' })
  })

  it('in a response are not unexpected, and prove nothing', () => {
    expect(unexpectedChanges(plant, lost, {})).toEqual([])
    expect(unexpectedChanges(lost, plant, {})).toEqual([])
    expect(reconcileChange({ name: 'New' }, lost).kind).toBe('cannot-tell')
    expect(reconcileChange({ name: 'New', serialNumber: plant.serialNumber }, lost)).toMatchObject({
      kind: 'cannot-tell',
      fields: [
        { field: 'name', isDone: undefined, isUnreadable: true },
        { field: 'serialNumber', isDone: true, isUnreadable: false },
      ],
    })
  })
})
