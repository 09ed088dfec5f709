import { useEffect, useRef, useState } from 'react'
import type { Account, IssuedApiCredentials } from '@/api/account-schemas'
import { emptyObject } from '@/lib/empty-object'

interface HeldCredentials {
  issued: IssuedApiCredentials
  account: Account
}

/** Holds issued credentials until they are stored, and empties them as soon as nothing shows them. */
export function useIssuedCredentials() {
  const [held, setHeld] = useState<HeldCredentials>()
  const isMounted = useRef(true)

  useEffect(() => {
    if (!held) return
    // React keeps a component's previous state for as long as the page is open.
    return () => emptyObject(held.issued)
  }, [held])

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  /** Returns true when the credentials are shown; false when the user has left the page. */
  function hold(issued: IssuedApiCredentials, account: Account): boolean {
    if (isMounted.current) setHeld({ issued, account })
    else emptyObject(issued)
    return isMounted.current
  }

  return { held, hold, drop: () => setHeld(undefined) }
}
