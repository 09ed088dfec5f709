import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useFailingReads } from './use-failing-reads'
import { type Preference, setPreference } from '@/lib/preferences'
import { IconButton } from '@/ui/icon-button'
import { MenuButton } from '@/ui/menu-button'
import { StatusBadge } from '@/ui/status-badge'
import { usePreference } from '@/ui/use-preference'

type Interval = Preference<'refreshEveryS'>

const words: Record<Interval, { short: string; long: string }> = {
  off: { short: 'Off', long: 'Off (manual only)' },
  '15': { short: '15 s', long: 'Every 15 s' },
  '60': { short: '1 min', long: 'Every minute' },
  '300': { short: '5 min', long: 'Every 5 minutes' },
}
const order: readonly Interval[] = ['off', '15', '60', '300']

/** Control of the refresh interval; refreshing pauses while the tab is hidden. */
export function RefreshControl() {
  const interval = usePreference('refreshEveryS')
  const queryClient = useQueryClient()
  const isFetching = useIsFetching() > 0
  const isFailing = useFailingReads()
  const items = order.map((value) => ({
    key: value,
    label: words[value].long,
    description: value === interval ? 'Chosen' : undefined,
    onAction: () => setPreference('refreshEveryS', value),
  }))
  return (
    <div className="flex items-center">
      {/* Always in view; the page itself shows what is outdated and since when. */}
      {isFailing ? (
        <StatusBadge tone="warn" className="mr-1">
          <span className="max-md:sr-only">Not up to date</span>
        </StatusBadge>
      ) : null}
      <IconButton
        label="Refresh now"
        onClick={() => queryClient.refetchQueries({ type: 'active' })}
      >
        <RefreshCw aria-hidden className={`size-4 ${isFetching ? 'animate-spin' : ''}`} />
      </IconButton>
      <MenuButton
        label="Refresh every"
        variant="quiet"
        aria-label={`Refresh every: ${words[interval].short}`}
        className="max-md:hidden"
        items={items}
      >
        {words[interval].short}
      </MenuButton>
    </div>
  )
}
