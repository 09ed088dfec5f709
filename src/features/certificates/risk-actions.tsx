import { Link, useNavigate } from '@tanstack/react-router'
import { Ban, Ellipsis, ListPlus, SquareArrowOutUpRight } from 'lucide-react'
import type { WorklistListing } from './use-worklist'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantLabel } from '@/domain/plant/plant-name'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { whyNotOnRow, whyNotRenewable } from '@/domain/renewals/renewable'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { MenuButton } from '@/ui/menu-button'
import { visibleText } from '@/ui/visible-text'

interface RiskActionsProps {
  row: AtRisk
  worklist: WorklistListing
}

/** Actions on a plant at risk. They begin in the plant's own dialogs, which ask and have the last word. */
export function RiskActions({ row, worklist }: RiskActionsProps) {
  const whyForbidden = useWhyForbidden()
  const navigate = useNavigate()
  const { id: plantId } = row.plant
  const name = visibleText(plantLabel(row.plant))
  const why = (action: Extract<PlantAction, 'provision' | 'revoke'>) =>
    whyForbidden(action) ?? whyNotOnRow(action, row)
  const open = (action?: PlantAction) =>
    void navigate({ to: '/plants/$plantId/security', params: { plantId }, search: { action } })
  const forbidden = whyForbidden('provision')
  return (
    <div className="flex items-center gap-1 md:max-xl:flex-col md:max-xl:items-end">
      <ProvisionLink plantId={plantId} name={name} disabledReason={why('provision')} />
      <MenuButton
        label={`More actions for ${name}`}
        isIconOnly
        size="sm"
        variant="quiet"
        icon={<Ellipsis aria-hidden className="size-4" />}
        items={[
          [
            {
              key: 'open',
              label: 'Open',
              icon: <SquareArrowOutUpRight aria-hidden className="size-4" />,
              disabledReason: whyNoPage(plantId),
              onAction: () => open(),
            },
            {
              key: 'add',
              label: 'Add to the worklist',
              icon: <ListPlus aria-hidden className="size-4" />,
              disabledReason: forbidden ?? whyNotRenewable(row, worklist.plantIds),
              onAction: () => void worklist.add([row]),
            },
          ],
          [
            {
              key: 'revoke',
              label: 'Revoke',
              icon: <Ban aria-hidden className="size-4" />,
              isDanger: true,
              disabledReason: why('revoke'),
              onAction: () => open('revoke'),
            },
          ],
        ]}
      />
    </div>
  )
}

interface ProvisionLinkProps {
  plantId: string
  /** The plant's name as it can be shown. */
  name: string
  disabledReason?: string | undefined
}

/** Link to the dialog that provisions a plant, which renews its certificate. */
export function ProvisionLink({ plantId, name, disabledReason }: ProvisionLinkProps) {
  const label = `Provision ${name}`
  if (disabledReason !== undefined) {
    return (
      <Button size="sm" aria-label={label} disabledReason={disabledReason}>
        Provision
      </Button>
    )
  }
  return (
    <Link
      to="/plants/$plantId/security"
      params={{ plantId }}
      search={{ action: 'provision' }}
      aria-label={label}
      className={buttonClass({ size: 'sm' })}
    >
      Provision
    </Link>
  )
}
