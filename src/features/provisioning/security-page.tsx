import { useSuspenseQuery } from '@tanstack/react-query'
import { plantQueries } from '@/api/plants'
import { usePerson } from '@/api/session-context'
import { whyForbidden } from '@/domain/permission'
import { type PlantAction, plantActionLabels, whyImpossible } from '@/domain/plant-actions'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'

interface SecurityPageProps {
  plantId: string
  onAction: (action: PlantAction) => void
}

const actions: readonly PlantAction[] = ['provision', 'download', 'rotate-secret', 'mqtt-token']

export function SecurityPage({ plantId, onAction }: SecurityPageProps) {
  const { data: plant, dataUpdatedAt } = useSuspenseQuery(plantQueries.detail(plantId))
  const person = usePerson()
  return (
    <Panel title="Credentials">
      {actions.map((action) => (
        <Button
          key={action}
          disabledReason={
            (person && whyForbidden(person, action)) ?? whyImpossible(action, plant, dataUpdatedAt)
          }
          onClick={() => onAction(action)}
        >
          {plantActionLabels[action]}
        </Button>
      ))}
    </Panel>
  )
}
