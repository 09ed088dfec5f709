import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { CredentialActions } from './credential-actions'
import { FirstContact } from './first-contact'
import { GraceNotice } from './grace-notice'
import { RenewalProofPanel } from './renewal-proof'
import { SecurityFacts } from './security-facts'
import { preloadShowOnce } from './show-once'
import { plantQueries } from '@/api/plants'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { useReadAt } from '@/ui/use-read-at'

interface SecurityPageProps {
  plantId: string
  onAction: (action: PlantAction) => void
}

export function SecurityPage({ plantId, onAction }: SecurityPageProps) {
  const { data: plant, dataUpdatedAt } = useSuspenseQuery(plantQueries.detail(plantId))
  const readAtMs = useReadAt(dataUpdatedAt)
  // The dialog's code must be loaded before a secret arrives.
  useEffect(preloadShowOnce, [])
  return (
    <div className="flex flex-col gap-4">
      <GraceNotice plant={plant} />
      <FirstContact plantId={plantId} />
      <RenewalProofPanel plantId={plantId} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SecurityFacts plant={plant} nowMs={readAtMs} />
        <CredentialActions plant={plant} onAction={onAction} />
      </div>
    </div>
  )
}
