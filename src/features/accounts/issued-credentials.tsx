import { credentialsFile } from './credentials-file'
import type { IssuedCredentialsProps } from './issued-credentials-dialog'
import { codePart } from '@/lib/code-part'
import { ShowOnceGuard } from '@/ui/show-once-guard'

const dialogPart = codePart(() => import('./issued-credentials-dialog'))

/** Preloads the dialog's code: after credentials have been issued it is too late to find that it can't be loaded. */
export const preloadIssuedCredentials = dialogPart.preload

/** Shows generated API credentials once. Leaving the page needs confirmation; signing out doesn't. */
export function IssuedCredentials(props: IssuedCredentialsProps) {
  const { issued, account, onStored } = props
  return (
    <ShowOnceGuard
      part={dialogPart}
      file={() => credentialsFile(issued, account)}
      onStored={onStored}
    >
      {({ IssuedCredentialsDialog }, leaving) => (
        <IssuedCredentialsDialog {...props} leaving={leaving} />
      )}
    </ShowOnceGuard>
  )
}
