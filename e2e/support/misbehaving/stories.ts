// Each operation that changes something, as a user carries it out on the screen.
import type { Page } from '@playwright/test'
import { sendCommand } from '../commands'
import { button, confirmButton, typedSerialNumber } from '../dialogs'
import { editField } from '../edit-plant'
import type { MisbehavingBackend } from '../misbehaving-backend'
import { createButton, fillNewPlant } from '../new-plant'
import type { Change } from './operations'

interface Story {
  /** Members of the plant, in the API's field names. */
  plant?: Record<string, unknown>
  /** Path below the plant's page; undefined for the list. */
  path: string | undefined
  /** Confirms the change, whose page is open. */
  confirm: (page: Page) => Promise<void>
}

const active = { lifecycleStatus: 'ACTIVE' }

const action = (name: string, plant: Story['plant'] = active): Story => ({
  plant,
  path: `/security?action=${name}`,
  confirm: (page) => confirmButton(page).click(),
})

const typed = (name: string): Story => ({
  ...action(name),
  confirm: async (page) => {
    await typedSerialNumber(page).fill('MB-1')
    await confirmButton(page).click()
  },
})

/** The serial number of the plant that the story of *create* makes. */
const newSerialNumber = 'N-1'

export const stories: Record<Change, Story> = {
  createPlant: {
    path: undefined,
    confirm: async (page) => {
      await fillNewPlant(page, { serialNumber: newSerialNumber })
      await createButton(page).click()
    },
  },
  updatePlant: {
    plant: active,
    path: '?action=edit',
    confirm: async (page) => {
      await editField(page, 'Name').fill('BESS Most')
      await button(page, 'Save').click()
    },
  },
  deletePlant: typed('delete'),
  suspendPlant: action('suspend'),
  reactivatePlant: action('reactivate', { lifecycleStatus: 'SUSPENDED' }),
  revokePlant: typed('revoke'),
  provisionPlant: action('provision', { lifecycleStatus: 'PENDING' }),
  rotateSecret: action('rotate-secret'),
  issueMqttToken: action('mqtt-token', { ...active, authMethod: 'TOKEN' }),
  sendCommand: {
    plant: active,
    path: '/commands',
    confirm: (page) => sendCommand(page, 'GET_INFO'),
  },
}

/** Opens the page of an operation's story on a new plant; returns the plant's id. */
export async function openStory(
  page: Page,
  backend: MisbehavingBackend,
  change: Change,
): Promise<string> {
  const { plant, path } = stories[change]
  const { id } = backend.records.add(plant)
  await backend.open(page, path === undefined ? '/plants?create=true' : `/plants/${id}${path}`)
  return id
}
