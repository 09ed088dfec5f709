import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Makes the browser's Back close a dialog that isn't part of the URL, instead of leaving the page below it. Dialogs of the
 * URL are closed by Back anyway. Without the router's hook, which also knows routes and resolvers: every page has this.
 */
export function useCloseOnBack(onClose: () => void, isInUrl: boolean): void {
  const { history } = useRouter()
  useEffect(() => {
    if (isInUrl) return undefined
    return history.block({
      blockerFn: ({ action }) => {
        if (action !== 'BACK') return false
        onClose()
        return true
      },
      // Nothing would be lost by a reload.
      enableBeforeUnload: false,
    })
  }, [history, isInUrl, onClose])
}
