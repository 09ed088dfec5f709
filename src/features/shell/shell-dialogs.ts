// Open dialog of the shell, kept outside React because keys and buttons anywhere open it.
import { useSyncExternalStore } from 'react'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'

type ShellDialog = 'palette' | 'keys' | 'organizations' | 'requests' | 'sign-out' | undefined

let open: ShellDialog
const listeners = createListeners()

function show(dialog: ShellDialog): void {
  open = dialog
  listeners.notify()
}

export const openPalette = () => show('palette')
export const openKeys = () => show('keys')
export const openRequests = () => show('requests')
export const openOrganizations = () => show('organizations')
export const openSignOut = () => show('sign-out')
export const closeShellDialog = () => show(undefined)

onPersonChange(closeShellDialog)

export function useShellDialog(): ShellDialog {
  return useSyncExternalStore(listeners.add, () => open)
}
