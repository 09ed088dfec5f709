import { LogOut } from 'lucide-react'
import { PersonLines } from './person-lines'
import { useSignOut } from './use-sign-out'
import { preloadOAuth } from '@/api/session/oauth-part'
import { usePerson } from '@/api/session/session-context'
import { IconButton } from '@/ui/icon-button'

/** The signed-in user and the sign-out button. In narrow headers, the sidebar or the page menu shows the user. */
export function Account() {
  const signOut = useSignOut()
  if (!usePerson()) return null
  return (
    <div className="flex items-center gap-1 border-l border-line pl-3 max-md:border-0 max-md:pl-0">
      <PersonLines isTruncated className="max-w-56 max-lg:hidden" />
      <IconButton
        label="Sign out"
        onPointerEnter={preloadOAuth}
        onFocus={preloadOAuth}
        onClick={() => signOut()}
      >
        <LogOut aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
