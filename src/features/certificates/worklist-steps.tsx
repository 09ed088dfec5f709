import { codePart } from '@/lib/code-part'
import { OnDemand } from '@/ui/on-demand'

const stepsPart = codePart(() => import('./worklist-steps-bar'))

/** The way on from a plant on the worklist; nothing for other plants, or when its code is missing. */
export function WorklistSteps({ plantId }: { plantId: string }) {
  return (
    <OnDemand part={stepsPart} fallback={null} renderMissing={() => null}>
      {({ WorklistStepsBar }) => <WorklistStepsBar plantId={plantId} />}
    </OnDemand>
  )
}
