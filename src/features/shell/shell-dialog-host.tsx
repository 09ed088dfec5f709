import { Suspense, lazy, useEffect } from 'react'
import { openKeys, openPalette, useShellDialog } from './shell-dialogs'
import { getPreference } from '@/lib/preferences'

const loadPalette = () => import('./command-palette')
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }))
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
  // On the way to Ctrl K: the code comes before the K does. A failure is shown when it is opened.
  if (event.key === 'Control' || event.key === 'Meta') void loadPalette().catch(() => undefined)
  if (isCommand && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    // Not over another dialog: leaving from there would lose what is typed in it.
    if (!document.querySelector('[role=dialog], [role=alertdialog]')) openPalette()
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
