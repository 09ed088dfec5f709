import { confirmButton } from './dialogs'
import { onePlant } from './one-plant'
import type { PageFixtures } from './organization'
import type { Fault } from './test-control'

/** Returns method and path of the request that an action sends. */
const requestOf = (action: string) =>
  action === 'delete'
    ? { method: 'DELETE', path: '/plants/[\\da-f-]+$' }
    : { method: 'POST', path: `/${action}$` }

interface ConfirmationOptions {
  /** Members of the plant, in the API's field names. */
  plant?: Record<string, unknown>
  /** Path of the tab below the plant's page. */
  tab?: string
  /** Fault of the action's request. */
  fault?: Omit<Fault, 'method' | 'path'>
}

/** Creates one plant and opens the confirmation of an action on it as an administrator. */
export async function openConfirmation(
  { page, organization }: PageFixtures,
  action: string,
  { plant, tab = '', fault }: ConfirmationOptions = {},
) {
  const { id, rows } = onePlant(plant)
  const org = await organization({ rows })
  if (fault) await org.fault({ ...requestOf(action), ...fault })
  await org.open(page, `/plants/${id}${tab}?action=${action}`)
  return { id, org }
}

/** Opens the confirmation of an action on a new plant, and confirms it. */
export async function confirmAction(
  fixtures: PageFixtures,
  action: string,
  options?: ConfirmationOptions,
) {
  const opened = await openConfirmation(fixtures, action, options)
  await confirmButton(fixtures.page).click()
  return opened
}
