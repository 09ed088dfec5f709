import type { NewAccountProps } from './new-account-dialog'
import { codePart } from '@/lib/code-part'
import { LazyDialog } from '@/ui/lazy-dialog'

const dialogPart = codePart(() => import('./new-account-dialog'))

/** Hosts the dialog for a new account, whose code is loaded on demand. */
export function NewAccount(props: NewAccountProps) {
  return (
    <LazyDialog part={dialogPart} onClose={props.onClose}>
      {({ NewAccountDialog }) => <NewAccountDialog {...props} />}
    </LazyDialog>
  )
}
