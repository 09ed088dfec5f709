import { useQueryClient } from '@tanstack/react-query'
import { BellRing } from 'lucide-react'
import { stopWatching, useIsWatched, watchForReturn } from './return-watch'
import { WarningList } from './send-warnings'
import type { PlantDetail } from '@/api/plant-schemas'
import { connectionWarnings } from '@/domain/commands/connection-warnings'
import { canReturn } from '@/domain/commands/plant-return'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

interface ReachNoticeProps {
  /** The ID from the URL. */
  plantId: string
  plant: PlantDetail
  /** Unix ms, server's clock. */
  nowMs: number
}

/** Says why a command may not reach the plant, as its confirmation will; offers a notice instead of sending later. */
export function ReachNotice({ plantId, plant, nowMs }: ReachNoticeProps) {
  const queryClient = useQueryClient()
  const isWatched = useIsWatched(plantId)
  const warnings = connectionWarnings(plant, nowMs)
  return (
    <div role="status" className="p-4 pb-0 empty:hidden">
      {warnings.length === 0 ? null : (
        <Notice
          tone="warn"
          actions={
            canReturn(plant) ? (
              <Button
                size="sm"
                icon={<BellRing aria-hidden className="size-3.5" />}
                onClick={() =>
                  isWatched ? stopWatching(plantId) : watchForReturn(queryClient, plantId)
                }
              >
                {isWatched ? 'Stop waiting' : 'Tell me when it’s back'}
              </Button>
            ) : null
          }
        >
          <WarningList warnings={warnings} />
          {isWatched ? (
            <p>
              You get a message when the plant is connected again, as long as this tab stays open
              and isn’t reloaded. Nothing is sent later.
            </p>
          ) : null}
        </Notice>
      )}
    </div>
  )
}
