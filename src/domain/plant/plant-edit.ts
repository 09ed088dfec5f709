import { authMethodWords } from './plant-words'
import type { Plant, PlantDetail } from '@/api/plant-schemas'
import type { VerdictKind } from '@/domain/actions/reconciliation'
import { sameJsonText, sameJsonValue } from '@/lib/json-layout'
import { type WithUnreadable, isUnreadable } from '@/lib/unreadable'

/** What the edit form has of a plant, in its order (contract: `UpdatePlant` without `organizationId`). */
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

/** What *update* can send; a plant moves to another organization in a request of its own. */
export type ChangeableField = EditableField | 'organizationId'

/** What the fields are called. */
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

/** The form's own texts: an absent value is an empty one. */
export type EditedFields = Record<EditableField, string>

/** A plant's values as the form starts with them. */
export function toEdited(plant: Fields): EditedFields {
  return Object.fromEntries(
    editableFields.map((field) => [field, plant[field] ?? '']),
  ) as EditedFields
}

/**
 * The fields that a person has changed, as *update* takes them. What a control does to a text by itself
 * (line breaks, blanks around it) is no change. An emptied link is null; metadata cannot be unlinked. A field whose
 * value is unreadable is never among them: nobody can know what would be replaced.
 */
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

/** A native control takes line breaks out of one line, and makes those of several line feeds. */
function asShown(field: EditableField, text: string): string {
  return field === 'metadata' ? text.replaceAll(/\r\n?/g, '\n') : text.replaceAll(/[\r\n]/g, '')
}

/** A value as it goes out: UUIDs mean the same in both cases, and servers answer in the lower one. */
export function asSent(field: ChangeableField, value: string): string {
  return isUuid(field) ? value.toLowerCase() : value
}

function isUuid(field: ChangeableField): boolean {
  return field === 'templateId' || field === 'organizationId'
}

function isLink(field: ChangeableField): boolean {
  return field === 'externalPlantId' || field === 'templateId'
}

/**
 * The body of *update*: the changes and the method in force, because the document's default for an absent
 * `authMethod` is MTLS. A method that is not one of the three cannot be sent.
 */
export function withAuthMethod(changes: Changes, current: Pick<Plant, 'authMethod'>): Changes {
  const isSendable = Object.hasOwn(authMethodWords, current.authMethod)
  return isSendable ? { authMethod: current.authMethod, ...changes } : changes
}

/** A field that somebody else has changed; `mine` is undefined where the form leaves it as it is. */
export interface Conflict {
  field: EditableField
  opened: FieldValue
  current: FieldValue
  mine: FieldValue | undefined
  /** Which of the two values are unreadable. */
  unreadable: { opened: boolean; current: boolean }
}

/** What differs from what the form was opened with, unless it became what is about to be sent. */
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
      : // Two unreadable values may be the same one, and a change of mine was made to neither.
        unreadable.opened && unreadable.current && mine === undefined
    return isSettled ? [] : [{ field, opened: before, current: now, mine, unreadable }]
  })
}

/** My changes that are still changes to what the server has now. */
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

/** The form's values after *Keep their version*: the server's, with my changes where nobody else was. */
export function takeTheirs(opened: Fields, current: Fields, changes: Changes): EditedFields {
  const contested = new Set(conflicts(opened, current, changes).map(({ field }) => field))
  const kept = Object.entries(changes).filter(([field]) => !contested.has(field as EditableField))
  return {
    ...toEdited(current),
    ...Object.fromEntries(kept.map(([field, value]) => [field, value ?? ''])),
  }
}

/** A field of which the server's answer says something else than was to be expected. */
export interface Surprise {
  field: ChangeableField
  expected: FieldValue
  actual: FieldValue
}

type Answered = WithUnreadable & Partial<Record<ChangeableField, string | null | undefined>>

/**
 * Where the answer to *update* differs from what was sent and, for the other fields, from what stood there
 * before. A field that the answer does not have, or not readably, says nothing; metadata may have been written anew.
 */
export function unexpectedChanges(before: Answered, answer: Answered, sent: Changes): Surprise[] {
  return [...editableFields, 'organizationId' as const].flatMap((field) => {
    const actual = answer[field]
    const asked = sent[field]
    const isOpen =
      isUnreadable(answer, field) || (asked === undefined && isUnreadable(before, field))
    const isTold = !isOpen && actual !== undefined && (actual !== '' || isLink(field))
    const expected = asked === undefined ? valueOf(before, field) : asked
    if (!isTold || means(field, expected, valueOf(answer, field))) return []
    return [{ field, expected, actual: valueOf(answer, field) }]
  })
}

/** What a later reading says about a change of unknown outcome. */
export interface Reconciliation {
  verdict: VerdictKind
  fields: {
    field: ChangeableField
    sent: FieldValue
    now: FieldValue
    /** Undefined for metadata that means what was sent and is written otherwise, and for an unreadable value. */
    isDone: boolean | undefined
    /** The plant's value is unreadable. */
    isUnreadable: boolean
  }[]
}

/** Compares what was sent with what the plant has now; one without sent fields counts as done. */
export function reconcileChange(sent: Changes, current: Answered): Reconciliation {
  const fields = [...editableFields, 'organizationId' as const].flatMap((field) => {
    const wish = sent[field]
    if (wish === undefined) return []
    const now = valueOf(current, field)
    const isLost = isUnreadable(current, field)
    const isDone = isLost ? undefined : isThere(field, wish, now)
    return [{ field, sent: wish, now, isDone, isUnreadable: isLost }]
  })
  const told = fields.filter(({ isDone }) => isDone !== undefined)
  if (told.length === 0 && fields.length > 0) return { verdict: 'cannot-tell', fields }
  const done = told.filter(({ isDone }) => isDone).length
  if (done === told.length) {
    const isWhole = fields.every((field) => !field.isUnreadable)
    return { verdict: isWhole ? 'done' : 'cannot-tell', fields }
  }
  return { verdict: done === 0 ? 'not-done' : 'partly', fields }
}

function isThere(field: ChangeableField, sent: FieldValue, now: FieldValue): boolean | undefined {
  if (field !== 'metadata') return isSame(field, sent, now)
  if (sent !== null && now !== null && sameJsonText(sent, now)) return true
  return means(field, sent, now) ? undefined : false
}

/** An empty link is none. */
function valueOf(plant: Answered, field: ChangeableField): FieldValue {
  const value = plant[field] ?? null
  return value === '' && isLink(field) ? null : value
}

/** Metadata is a text of somebody's own, so another layout of it is another value. */
function isSame(field: ChangeableField, one: FieldValue, other: FieldValue): boolean {
  if (one === other) return true
  return isUuid(field) && one !== null && one.toLowerCase() === other?.toLowerCase()
}

/** A server may write metadata anew as long as it means the same. */
function means(field: ChangeableField, one: FieldValue, other: FieldValue): boolean {
  if (isSame(field, one, other)) return true
  if (field !== 'metadata' || one === null || other === null) return false
  return sameJsonText(one, other) || sameJsonValue(one, other)
}
