// Names of fields in a filter's text, and corrections of other names.
import { facetNames } from './fleet-filter'
import { foldText } from '@/lib/fold-text'
import { lookUp } from '@/lib/look-up'
import { nearestWord } from '@/lib/near-word'

/** Names of the fields of a filter's text. */
export const fieldNames = [...facetNames, 'created', 'failures'] as const
/** Name of a field of a filter's text; metadata is `meta.` and a key. */
export type FieldName = (typeof fieldNames)[number]

/** The API's own names, and those on the screen without blanks. */
const aliases: Record<string, FieldName> = {
  connection: 'status',
  connectionstatus: 'status',
  lifecyclestatus: 'lifecycle',
  planttype: 'type',
  authmethod: 'auth',
  authentication: 'auth',
  authenticationmethod: 'auth',
  templateid: 'template',
  organization: 'org',
  organisation: 'org',
  organizationid: 'org',
  certificate: 'cert',
  certificateexpiresat: 'cert',
  expires: 'cert',
  expiry: 'cert',
  lastseen: 'seen',
  lastseenat: 'seen',
  lastcontact: 'seen',
  createdat: 'created',
  authfailures: 'failures',
  authfailurecount: 'failures',
  authenticationfailures: 'failures',
}

/** Names of things that the search finds without a field. */
const searched: Record<string, string> = {
  name: 'Names',
  id: 'IDs',
  plantid: 'IDs',
  sn: 'Serial numbers',
  serial: 'Serial numbers',
  serialno: 'Serial numbers',
  serialnumber: 'Serial numbers',
  fingerprint: 'Fingerprints',
  certificatefingerprint: 'Fingerprints',
  certificateserialnumber: 'Certificate serial numbers',
}

/** Returns the known field of a name or another name for it, in any case. */
export function fieldNamed(name: string): FieldName | undefined {
  const folded = foldText(name)
  return fieldNames.find((one) => one === folded) ?? lookUp(aliases, folded)
}

/** Returns every name of a field, its own first. */
export function namesOf(field: FieldName): readonly string[] {
  return [field, ...Object.keys(aliases).filter((alias) => aliases[alias] === field)]
}

/** Returns true for the name of the external ID, which only a plant's own page has: the list can't be searched for it. */
export function isExternalId(name: string): boolean {
  return /^external(plant)?id$/.test(normalized(name))
}

/** Names what the search finds without a field, for the name that was given as one: “Serial numbers” for “sn”. */
export function searchedAs(name: string): string | undefined {
  return lookUp(searched, normalized(name))
}

function normalized(name: string): string {
  return foldText(name).replaceAll(/[-_.]/g, '')
}

/** Returns the field whose name was misspelt. */
export function fieldNear(name: string): FieldName | undefined {
  const near = nearestWord(name, [...fieldNames, ...Object.keys(aliases)])
  return near === undefined ? undefined : fieldNamed(near)
}
