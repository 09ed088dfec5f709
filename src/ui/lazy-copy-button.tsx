import type { ComponentProps } from 'react'
import type { CopyButton } from './copy-button'
import { OnDemand } from './on-demand'
import { codePart } from '@/lib/code-part'

const copyPart = codePart(() => import('./copy-button'))

/** A copy button for messages, which few first screens have. Nothing is missing without it: the text can be selected. */
export function LazyCopyButton(props: ComponentProps<typeof CopyButton>) {
  return (
    <OnDemand part={copyPart} fallback={null} renderMissing={() => null}>
      {({ CopyButton: Shown }) => <Shown {...props} />}
    </OnDemand>
  )
}
