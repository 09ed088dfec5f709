import { useEffect, useRef, useState } from 'react'
import type { ComponentType } from 'react'
import type { PlantBefore } from './use-action-attempt'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { isConfirmed } from '@/domain/actions/consequences'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { codePart } from '@/lib/code-part'
import { emptyObject } from '@/lib/empty-object'
import { whenIdle } from '@/lib/when-idle'
import { LazyDialog } from '@/ui/lazy-dialog'

const dialogPart = codePart(() => import('./confirm-dialog'))

interface PlantActionDialogProps {
  plantId: string
  /** The open dialog. */
  action: PlantAction | undefined
  /** Opens another action's dialog instead. */
  onAction: (action: PlantAction) => void
  onClose: () => void
  onDeleted: () => void
  /** Shows issued credentials until the user has stored them. */
  ShowIssued: ComponentType<{
    issued: Issued
    before: PlantDetail
    beforeReadAtMs: number
    onStored: () => void
  }>
}

/**
 * Hosts the dialogs of a plant's actions. Always mounted, even without the plant, because issued credentials and
 * pending requests outlive the action in the URL.
 */
export function PlantActionDialog(props: PlantActionDialogProps) {
  const { plantId, action, onAction, onClose, onDeleted, ShowIssued } = props
  const [held, setHeld] = useState<{ issued: Issued; before: PlantBefore }>()
  const isMounted = useRef(true)

  useEffect(() => {
    if (!held) return
    // Emptied once nothing shows it: React keeps a component's previous state for as long as the plant's page is open.
    return () => emptyObject(held.issued)
  }, [held])

  useEffect(() => {
    isMounted.current = true
    // Preloaded so that a slow connection doesn't delay an action. Opening the dialog reports a failure.
    const giveUp = whenIdle(dialogPart.preload)
    return () => {
      giveUp()
      isMounted.current = false
    }
  }, [])

  function hold(issued: Issued, before: PlantBefore): boolean {
    if (isMounted.current) setHeld({ issued, before })
    else emptyObject(issued)
    return isMounted.current
  }

  return (
    <>
      {held ? (
        <ShowIssued
          issued={held.issued}
          before={held.before.plant}
          beforeReadAtMs={held.before.readAtMs}
          onStored={() => setHeld(undefined)}
        />
      ) : null}
      {action && isConfirmed(action) && !held ? (
        <LazyDialog key={action} part={dialogPart} isInUrl onClose={onClose}>
          {({ ConfirmDialog }) => (
            <ConfirmDialog
              plantId={plantId}
              action={action}
              onAction={onAction}
              onClose={onClose}
              onIssued={hold}
              onGone={() => (isMounted.current ? onDeleted() : undefined)}
            />
          )}
        </LazyDialog>
      ) : null}
    </>
  )
}
