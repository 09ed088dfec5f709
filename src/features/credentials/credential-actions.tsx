import { useNow } from './use-now'
import type { Plant } from '@/api/plant-schemas'
import { statedGraceMs } from '@/api/stated-grace'
import { provisionSummary } from '@/domain/actions/consequences'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { secretGraceWords } from '@/domain/credentials/secret-grace'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'

interface CredentialActionsProps {
  plant: Plant
  onAction: (action: PlantAction) => void
}

type CredentialAction = Extract<
  PlantAction,
  'provision' | 'download' | 'rotate-secret' | 'mqtt-token'
>

const sentences: Record<Exclude<CredentialAction, 'provision'>, string> = {
  download: 'Shows the latest package again, while the platform still has it. Issues nothing new.',
  'rotate-secret': `Creates a new secret for signing commands and shows it once. The previous one stays valid for ${secretGraceWords}.`,
  'mqtt-token': 'Issues a token for a plant that authenticates with tokens, and shows it once.',
}

const order: readonly CredentialAction[] = ['provision', 'download', 'rotate-secret', 'mqtt-token']

export function CredentialActions({ plant, onAction }: CredentialActionsProps) {
  const whyForbidden = useWhyForbidden()
  // The grace period can end while the page is open, which enables the button.
  const nowMs = useNow()
  const graceMs = statedGraceMs(plant)
  const isFirst = awaitsCredentials(plant)
  const canRevoke = whyImpossible('revoke', plant, nowMs, graceMs) === undefined
  return (
    <Panel title="Actions" className="print:hidden">
      <ul className="divide-y divide-line">
        {order.map((action) => (
          <li
            key={action}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
          >
            <p className="min-w-52 flex-1 text-muted">
              {action === 'provision' ? provisionSummary(plant) : sentences[action]}
            </p>
            <Button
              variant={action === 'provision' && isFirst ? 'primary' : 'secondary'}
              className="max-md:w-full md:min-w-40"
              disabledReason={whyForbidden(action) ?? whyImpossible(action, plant, nowMs, graceMs)}
              onClick={() => onAction(action)}
            >
              {plantActionLabels[action]}
            </Button>
          </li>
        ))}
      </ul>
      {canRevoke ? (
        <p className="border-t border-line px-4 py-3 text-muted">
          To disable all credentials, use Revoke at the top of the page.
        </p>
      ) : null}
    </Panel>
  )
}
