/** Open dialog of the shell, kept outside React because keys and buttons anywhere open it. */
import { useSyncExternalStore } from 'react'
import { onPersonChange } from '@/lib/person-change'

type ShellDialog = 'palette' | 'keys' | undefined

let open: ShellDialog
const listeners = new Set<() => void>()

function show(dialog: ShellDialog): void {
  open = dialog
  for (const listener of listeners) listener()
}

export const openPalette = () => show('palette')
export const openKeys = () => show('keys')
export const closeShellDialog = () => show(undefined)

onPersonChange(closeShellDialog)

export function useShellDialog(): ShellDialog {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}
