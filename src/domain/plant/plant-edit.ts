import type { VerdictKind } from './verdict'
import type { Plant, PlantDetail } from '@/api/plant-schemas'
import { isAuthMethod } from '@/domain/credentials/auth-methods'
import { sameJsonText, sameJsonValue } from '@/lib/json-layout'
import { type WithUnreadable, isUnreadable } from '@/lib/unreadable'

/** Fields of the edit form in its order (contract: `UpdatePlant` without `organizationId`). */
export const editableFields = [
  'name',
  'serialNumber',
  'type',
  'authMethod',
  'metadata',
  'externalPlantId',
  'templateId',
] as const
export type EditableField = (typeof editableFields)[number]

/** Fields that *update* can send; moving to another organization is a separate request. */
export type ChangeableField = EditableField | 'organizationId'

/** Labels of the form's fields. */
export const fieldLabels: Record<ChangeableField, string> = {
  name: 'Name',
  serialNumber: 'Serial number',
  type: 'Type',
  authMethod: 'Authentication method',
  metadata: 'Metadata',
  externalPlantId: 'External plant ID',
  templateId: 'Template',
  organizationId: 'Organization',
}

type FieldValue = string | null
type Fields = Pick<PlantDetail, EditableField | 'unreadable'>

/** The values of a change by field; null unlinks. */
export type Changes = Partial<Record<ChangeableField, FieldValue>>

/** The form's values, as text. */
export type EditedFields = Record<EditableField, string>

/** Returns the initial values of the form for a plant. */
export function toEdited(plant: Fields): EditedFields {
  return {
    name: plant.name,
    serialNumber: plant.serialNumber,
    type: plant.type,
    authMethod: plant.authMethod,
    metadata: plant.metadata ?? '',
    externalPlantId: plant.externalPlantId ?? '',
    templateId: plant.templateId ?? '',
  }
}

/** Returns the changed fields as *update* accepts them, without unreadable ones and what controls change. */
export function changedFields(opened: Fields, edited: EditedFields): Changes {
  const changes: Changes = {}
  for (const field of editableFields) {
    if (isUnreadable(opened, field)) continue
    const before = opened[field] ?? ''
    const typed = edited[field]
    const isUntouched = typed === before || typed === asShown(field, before)
    const value = field === 'metadata' ? typed : asSent(field, typed.trim())
    const isBlank = value.trim() === ''
    if (isUntouched || isSame(field, value, before) || (isBlank && before === '')) continue
    changes[field] = isBlank && isLink(field) ? null : value
  }
  return changes
}

/** Native controls remove line breaks from single lines and normalize those in multi-line text. */
function asShown(field: EditableField, text: string): string {
  return field === 'metadata' ? text.replaceAll(/\r\n?/g, '\n') : text.replaceAll(/[\r\n]/g, '')
}

/** Returns a value as it is sent: UUIDs are case-insensitive, and servers respond in lower case. */
export function asSent(field: ChangeableField, value: string): string {
  return isUuid(field) ? value.toLowerCase() : value
}

function isUuid(field: ChangeableField): boolean {
  return field === 'templateId' || field === 'organizationId'
}

function isLink(field: ChangeableField): boolean {
  return field === 'externalPlantId' || field === 'templateId'
}

/** Returns the body of *update*, with the current method: the documented default for a missing one is MTLS. */
export function withAuthMethod(changes: Changes, current: Pick<Plant, 'authMethod'>): Changes {
  return isAuthMethod(current.authMethod) ? { authMethod: current.authMethod, ...changes } : changes
}

/** A field that changed on the server while it was being edited. */
export interface Conflict {
  field: EditableField
  opened: FieldValue
  current: FieldValue
  mine: FieldValue | undefined
  unreadable: { opened: boolean; current: boolean }
}

/** Lists fields that differ from the form's first values, except those that already have the value to be sent. */
export function conflicts(opened: Fields, current: Fields, changes: Changes): Conflict[] {
  return editableFields.flatMap((field) => {
    const [before, now, mine] = [valueOf(opened, field), valueOf(current, field), changes[field]]
    const unreadable = {
      opened: isUnreadable(opened, field),
      current: isUnreadable(current, field),
    }
    const isReadable = !unreadable.opened && !unreadable.current
    const isSettled = isReadable
      ? isSame(field, before, now) || (mine !== undefined && isSame(field, now, mine))
      : // Two unreadable values may be equal, but the user's change was not based on either of them.
        unreadable.opened && unreadable.current && mine === undefined
    return isSettled ? [] : [{ field, opened: before, current: now, mine, unreadable }]
  })
}

/** Returns the user's changes that still differ from the server's current values. */
export function changesStillOpen(current: Fields, changes: Changes): Changes {
  return Object.fromEntries(
    editableFields.flatMap((field) => {
      const mine = changes[field]
      const isThereAlready =
        !isUnreadable(current, field) && isSame(field, mine ?? null, valueOf(current, field))
      return mine === undefined || isThereAlready ? [] : [[field, mine]]
    }),
  )
}

/** Returns the form's values after *Keep their version*: the user's changes stay where no one else changed anything. */
export function takeTheirs(opened: Fields, current: Fields, changes: Changes): EditedFields {
  const contested = new Set<string>(conflicts(opened, current, changes).map(({ field }) => field))
  const kept = Object.entries(changes).filter(([field]) => !contested.has(field))
  return {
    ...toEdited(current),
    ...Object.fromEntries(kept.map(([field, value]) => [field, value ?? ''])),
  }
}

/** A field that a response shows with another value than was sent. */
export interface Surprise {
  field: ChangeableField
  expected: FieldValue
  actual: FieldValue
}

type ServerFields = WithUnreadable & Partial<Record<ChangeableField, string | null | undefined>>

/** Lists fields whose value in the response to *update* is unexpected; metadata may have been reformatted. */
export function unexpectedChanges(
  before: ServerFields,
  response: ServerFields,
  sent: Changes,
): Surprise[] {
  return [...editableFields, 'organizationId' as const].flatMap((field) => {
    const actual = response[field]
    const asked = sent[field]
    const isOpen =
      isUnreadable(response, field) || (asked === undefined && isUnreadable(before, field))
    const isStated = !isOpen && actual !== undefined && (actual !== '' || isLink(field))
    const expected = asked === undefined ? valueOf(before, field) : asked
    if (!isStated || means(field, expected, valueOf(response, field))) return []
    return [{ field, expected, actual: valueOf(response, field) }]
  })
}

/** Conclusion about a change with an unknown outcome, drawn from a later reading. */
export interface Reconciliation {
  kind: VerdictKind
  fields: {
    field: ChangeableField
    sent: FieldValue
    now: FieldValue
    /** Undefined for metadata that is equal in another format, and for an unreadable value. */
    isDone: boolean | undefined
    isUnreadable: boolean
  }[]
}

/** Compares the sent values with the plant's current ones; a change without fields counts as done. */
export function reconcileChange(sent: Changes, current: ServerFields): Reconciliation {
  const fields = [...editableFields, 'organizationId' as const].flatMap((field) => {
    const wish = sent[field]
    if (wish === undefined) return []
    const now = valueOf(current, field)
    const isValueUnreadable = isUnreadable(current, field)
    const isDone = isValueUnreadable ? undefined : isThere(field, wish, now)
    return [{ field, sent: wish, now, isDone, isUnreadable: isValueUnreadable }]
  })
  const readable = fields.filter(({ isDone }) => isDone !== undefined)
  if (readable.length === 0 && fields.length > 0) return { kind: 'cannot-tell', fields }
  const done = readable.filter(({ isDone }) => isDone).length
  if (done === readable.length) {
    const isWhole = fields.every((field) => !field.isUnreadable)
    return { kind: isWhole ? 'done' : 'cannot-tell', fields }
  }
  return { kind: done === 0 ? 'not-done' : 'partly', fields }
}

function isThere(field: ChangeableField, sent: FieldValue, now: FieldValue): boolean | undefined {
  if (field !== 'metadata') return isSame(field, sent, now)
  if (sent !== null && now !== null && sameJsonText(sent, now)) return true
  return means(field, sent, now) ? undefined : false
}

function valueOf(plant: ServerFields, field: ChangeableField): FieldValue {
  const value = plant[field] ?? null
  return value === '' && isLink(field) ? null : value
}

/** Metadata is the user's own text, so a different layout is a different value. */
function isSame(field: ChangeableField, one: FieldValue, other: FieldValue): boolean {
  if (one === other) return true
  return isUuid(field) && one !== null && one.toLowerCase() === other?.toLowerCase()
}

/** Servers may reformat metadata as long as its meaning is unchanged. */
function means(field: ChangeableField, one: FieldValue, other: FieldValue): boolean {
  if (isSame(field, one, other)) return true
  if (field !== 'metadata' || one === null || other === null) return false
  return sameJsonText(one, other) || sameJsonValue(one, other)
}
