import type { Locator, Page } from '@playwright/test'

/** Labels of the buttons that confirm an action. */
const confirmations = [
  'Suspend plant',
  'Reactivate plant',
  'Revoke plant',
  'Delete plant',
  'Move plant',
  'Provision plant',
  'Download package',
  'Rotate secret',
  'Issue token',
]

/** Returns the button with exactly this name. */
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

/** Returns the open dialog. */
export const openDialog = (page: Page): Locator =>
  page.getByRole('alertdialog').or(page.getByRole('dialog'))

/** Returns the button that confirms the action of the open dialog. */
export const confirmButton = (page: Page): Locator =>
  openDialog(page).getByRole('button', { name: new RegExp(`^(${confirmations.join('|')})$`) })

/** Field for the serial number that confirms a permanent action. */
export const typedSerialNumber = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Serial number' })

/** Dialog that asks for sign-in over the page. */
export const sessionOver = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Your session is over' })

/** Returns the open dialog if it reports an unknown outcome. */
export const unknownOutcome = (page: Page): Locator =>
  page
    .getByRole('dialog', { name: 'Outcome unknown' })
    .or(page.getByRole('alertdialog', { name: 'Outcome unknown' }))

/** Returns the alerts that contain this text. */
export const alertWith = (page: Page, text: string): Locator =>
  page.getByRole('alert').filter({ hasText: text })
