import {
  type CodedName,
  type InstantName,
  instantNames,
  readCode,
  unreadableNames,
} from './page-columns'
import type { rowTexts } from './text-column'
import type { Plant } from '@/api/plant-schemas'
import { fromNames } from '@/lib/keyed-record'

/** The columns of a plant's members, without its texts. */
interface MemberColumns {
  coded: Record<CodedName, { at: (row: number) => string }>
  instants: Record<InstantName, ArrayLike<number>>
  failures: ArrayLike<number>
  unreadable: ArrayLike<number>
}

/** Builds the plant in a row from its columns: without metadata, and of its template the name. */
export function rowPlant(
  columns: MemberColumns,
  row: number,
  texts: ReturnType<typeof rowTexts> | undefined,
): Plant {
  const { coded, instants } = columns
  const [templateId = '', templateName = ''] = coded.template.at(row).split('\n')
  const failures = columns.failures[row] ?? Number.NaN
  const bits = columns.unreadable[row] ?? 0
  const unreadable = unreadableNames.filter((_name, bit) => (bits >>> bit) & 1)
  return {
    ...fromNames(instantNames, (name) =>
      instantText(instants[name][row], unreadable.includes(name)),
    ),
    id: texts?.id ?? '',
    name: texts?.name ?? '',
    serialNumber: texts?.serialNumber ?? '',
    certificateFingerprint: texts?.certificateFingerprint,
    certificateSerialNumber: texts?.certificateSerialNumber,
    type: coded.type.at(row),
    status: coded.status.at(row),
    lifecycleStatus: coded.lifecycleStatus.at(row),
    authMethod: coded.authMethod.at(row),
    organizationId: coded.organizationId.at(row) || null,
    templateId: templateId || null,
    template: templateName === '' ? null : { id: templateId, name: templateName },
    authFailureCount: Number.isNaN(failures) ? null : failures,
    ...(unreadable.length > 0 ? { unreadable } : {}),
  }
}

/** The text of an instant; one that could not be read is null, or a text that isn't a date. */
function instantText(code: number | undefined, isUnreadable: boolean): string | null {
  const atMs = readCode(code)
  if (atMs === null || isUnreadable) return null
  return atMs === undefined ? 'not a date' : new Date(atMs).toISOString()
}
