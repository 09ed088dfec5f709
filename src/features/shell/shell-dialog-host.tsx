import { Suspense, lazy, useEffect } from 'react'
import { openKeys, openPalette, useShellDialog } from './shell-dialogs'
import { getPreference } from '@/lib/preferences'

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette')).CommandPalette,
}))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog')).KeysDialog }))

/** Hears the shell's keys and holds its dialogs, whose code is fetched when first opened. */
export function ShellDialogHost() {
  const dialog = useShellDialog()
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' ? <CommandPalette /> : null}
      {dialog === 'keys' ? <KeysDialog /> : null}
    </Suspense>
  )
}

function onKeyDown(event: KeyboardEvent): void {
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    openPalette()
  } else if (event.key === '?' && !isCommand && !isTyping(event.target)) {
    if (getPreference('singleKeys') === 'on') openKeys()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
