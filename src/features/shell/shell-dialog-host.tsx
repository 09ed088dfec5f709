import { useEffect } from 'react'
import { closeShellDialog, openKeys, openPalette, useShellDialog } from './shell-dialogs'
import { codePart } from '@/lib/code-part'
import { isShortcut, shortcuts } from '@/lib/keystroke'
import { LazyDialog } from '@/ui/lazy-dialog'
import { isDialogOpen, isSingleKey } from '@/ui/single-key'

const palettePart = codePart(() => import('./command-palette'))
const keysPart = codePart(() => import('./keys-dialog'))
const requestsPart = codePart(() => import('./requests-dialog'))
const organizationsPart = codePart(() => import('./organization-dialog'))
const signOutPart = codePart(() => import('./sign-out-dialog'))

/** Handles the shell's keyboard shortcuts and its dialogs, whose code is loaded when first opened. */
export function ShellDialogHost() {
  const dialog = useShellDialog()
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  if (dialog === 'palette') {
    return (
      <LazyDialog key={dialog} part={palettePart} onClose={closeShellDialog}>
        {({ CommandPalette }) => <CommandPalette />}
      </LazyDialog>
    )
  }
  if (dialog === 'requests') {
    return (
      <LazyDialog key={dialog} part={requestsPart} onClose={closeShellDialog}>
        {({ RequestsDialog }) => <RequestsDialog />}
      </LazyDialog>
    )
  }
  if (dialog === 'organizations') {
    return (
      <LazyDialog key={dialog} part={organizationsPart} onClose={closeShellDialog}>
        {({ OrganizationDialog }) => <OrganizationDialog />}
      </LazyDialog>
    )
  }
  if (dialog === 'sign-out') {
    return (
      <LazyDialog key={dialog} part={signOutPart} onClose={closeShellDialog}>
        {({ SignOutDialog }) => <SignOutDialog />}
      </LazyDialog>
    )
  }
  if (dialog === undefined) return null
  return (
    <LazyDialog key={dialog} part={keysPart} onClose={closeShellDialog}>
      {({ KeysDialog }) => <KeysDialog />}
    </LazyDialog>
  )
}

function onKeyDown(event: KeyboardEvent): void {
  // Preloads the palette when Ctrl is pressed, before the K. A failure is shown when it is opened.
  if (event.key === 'Control' || event.key === 'Meta') palettePart.preload()
  if (isShortcut(event, shortcuts.search)) {
    event.preventDefault()
    // Not over another dialog, because navigating away would lose its input.
    if (!isDialogOpen()) openPalette()
  } else if (isSingleKey(event, shortcuts.keys)) {
    openKeys()
  }
}
