import { useNow } from './use-now'
import type { Plant } from '@/api/plant-schemas'
import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { hasCredentials, plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
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

const sentences: Record<CredentialAction, string> = {
  provision:
    'Issues new credentials and shows them once. Those in use end at once, and with them the connection.',
  download:
    'Shows the latest package once more, for as long as the platform keeps it. Issues nothing new.',
  'rotate-secret':
    'Makes a new secret for signing commands and shows it once. The former one holds for an hour more.',
  'mqtt-token': 'Issues a token to a plant that signs in with one, and shows it once.',
}

const withoutFormer = 'Issues the credentials that the plant connects with, and shows them once.'
const order: readonly CredentialAction[] = ['provision', 'download', 'rotate-secret', 'mqtt-token']

export function CredentialActions({ plant, onAction }: CredentialActionsProps) {
  const person = usePerson()
  // The grace ends while somebody looks, and the button must not lag behind it.
  const nowMs = useNow()
  const isFirst = plant.lifecycleStatus === 'PENDING'
  const canRevoke = whyImpossible('revoke', plant, nowMs) === undefined
  return (
    <Panel title="Actions" className="print:hidden">
      <ul className="divide-y divide-line">
        {order.map((action) => (
          <li
            key={action}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
          >
            <p className="min-w-52 flex-1 text-muted">
              {action === 'provision' && !hasCredentials(plant) ? withoutFormer : sentences[action]}
            </p>
            <Button
              variant={action === 'provision' && isFirst ? 'primary' : 'secondary'}
              className="max-md:w-full md:min-w-40"
              disabledReason={
                (person && whyForbidden(person, action)) ?? whyImpossible(action, plant, nowMs)
              }
              onClick={() => onAction(action)}
            >
              {plantActionLabels[action]}
            </Button>
          </li>
        ))}
      </ul>
      {canRevoke ? (
        <p className="border-t border-line px-4 py-3 text-muted">
          To end every credential at once, use Revoke at the top of the page.
        </p>
      ) : null}
    </Panel>
  )
}
