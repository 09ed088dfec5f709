import type { Locator, Page } from '@playwright/test'

/** Names of the button that carries an action out, as a confirmation shows them. */
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

/** The button with exactly this name. */
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

/** The dialog that is open. */
export const openDialog = (page: Page): Locator =>
  page.getByRole('alertdialog').or(page.getByRole('dialog'))

/** The button that confirms the action which the open dialog asks about. */
export const confirmButton = (page: Page): Locator =>
  openDialog(page).getByRole('button', { name: new RegExp(`^(${confirmations.join('|')})$`) })
