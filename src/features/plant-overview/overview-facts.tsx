import type { PlantDetail } from '@/api/plant-schemas'
import { plantTypeLabel } from '@/domain/plant-words'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Data } from '@/ui/data'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'

export function OverviewFacts({ plant }: { plant: PlantDetail }) {
  return (
    <Panel title="Identity">
      <Facts>
        <Fact label="ID">
          <Copyable label="ID">{plant.id}</Copyable>
        </Fact>
        <Fact label="Serial number">
          <Copyable label="serial number">{plant.serialNumber}</Copyable>
        </Fact>
        <Fact label="Type">
          <Data>{plantTypeLabel(plant.type)}</Data>
        </Fact>
        <Fact label="Created">
          <AbsoluteTime value={plant.createdAt} absent="–" />
        </Fact>
        <Fact label="Changed">
          <AbsoluteTime value={plant.updatedAt} absent="–" />
        </Fact>
      </Facts>
    </Panel>
  )
}
