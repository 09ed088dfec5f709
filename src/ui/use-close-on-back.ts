import { useBlocker } from '@tanstack/react-router'

/**
 * Makes the browser's Back close a dialog that isn't part of the URL, instead of leaving the page below it. Dialogs of the
 * URL are closed by Back anyway.
 */
export function useCloseOnBack(onClose: () => void, isInUrl: boolean): void {
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      onClose()
      return true
    },
    // Nothing would be lost by a reload.
    enableBeforeUnload: false,
    disabled: isInUrl,
  })
}
