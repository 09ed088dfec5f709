import { useSuspenseQuery } from '@tanstack/react-query'
import { IdentityPanel } from './identity-panel'
import { MetadataPanel } from './metadata-panel'
import { SitePanel } from './site-panel'
import { TemplatePanel } from './template-panel'
import { TimelinePanel } from './timeline-panel'
import { plantQueries } from '@/api/plants'
import { isUnreadable } from '@/lib/unreadable'

/** Panels in the order of a phone; with two columns, the last row absorbs the extra height of the right one. */
export function OverviewPage({ plantId }: { plantId: string }) {
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-rows-[auto_auto_auto_1fr]">
      <IdentityPanel plant={plant} />
      <SitePanel plant={plant} />
      <div className="flex flex-col gap-4 lg:col-start-2 lg:row-span-4 lg:row-start-1">
        <TimelinePanel plant={plant} />
        <TemplatePanel plant={plant} />
      </div>
      <MetadataPanel text={plant.metadata} isUnreadable={isUnreadable(plant, 'metadata')} />
    </div>
  )
}
