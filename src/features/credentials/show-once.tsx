import { useEffect } from 'react'
import { watchForContact } from './contact-watches'
import { issuedFile } from './issued-file'
import type { ShowOnceProps } from './show-once-props'
import { codePart } from '@/lib/code-part'
import { ShowOnceGuard } from '@/ui/show-once-guard'

const dialogPart = codePart(() => import('./show-once-dialog'))

/** Preloads the dialog's code: after a secret has been issued it is too late to find that it can't be loaded. */
export const preloadShowOnce = dialogPart.preload

/** Shows issued credentials once. Leaving the page needs confirmation; signing out doesn't. */
export function ShowOnce(props: ShowOnceProps) {
  const { issued, before, beforeReadAtMs, onStored } = props

  useEffect(() => {
    if (issued.action === 'provision') watchForContact(before, beforeReadAtMs)
  }, [issued, before, beforeReadAtMs])

  return (
    <ShowOnceGuard part={dialogPart} file={() => issuedFile(issued, before)} onStored={onStored}>
      {({ ShowIssuedDialog }, leaving) => <ShowIssuedDialog {...props} leaving={leaving} />}
    </ShowOnceGuard>
  )
}
