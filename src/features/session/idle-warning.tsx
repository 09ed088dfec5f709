import { useDeployment } from '@/api/session/session-context'
import { codePart } from '@/lib/code-part'
import { OnDemand } from '@/ui/on-demand'

const hostPart = codePart(() => import('./idle-warning-host'))

/** Warns before a session ends for want of use, where config.json sets a time for it. */
export function IdleWarning() {
  const { idle } = useDeployment()
  if (!idle) return null
  return (
    // Without its code there is no warning, but the session still ends.
    <OnDemand part={hostPart} fallback={null} renderMissing={() => null}>
      {({ IdleWarningHost }) => <IdleWarningHost idle={idle} />}
    </OnDemand>
  )
}
