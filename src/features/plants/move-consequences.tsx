import type { PlantDetail } from '@/api/plant-schemas'
import { Data } from '@/ui/data'
import { Fact, Facts } from '@/ui/facts'

/** Which plant it is, and what moving it means. */
export function MoveConsequences({ plant }: { plant: PlantDetail }) {
  const groups = plant.plantGroups ?? []
  return (
    <>
      <div className="rounded-md border border-line">
        <Facts>
          <Fact label="Name">
            <Data fallback="(no name)">{plant.name}</Data>
          </Fact>
          <Fact label={plant.serialNumber ? 'Serial number' : 'Plant ID'}>
            <Data className="font-mono text-sm">{plant.serialNumber || plant.id}</Data>
          </Fact>
          <Fact label="Organization now">
            <Data className="font-mono text-sm">{plant.organizationId}</Data>
          </Fact>
        </Facts>
      </div>
      <ul className="list-disc pl-5">
        <li>It leaves the lists of its organization, and the people there see it no more.</li>
        <li>
          It leaves its groups
          {groups.length > 0 ? (
            <>
              {': '}
              <Data>{groups.map(({ name }) => name).join(', ')}</Data>
            </>
          ) : null}
          .
        </li>
        <li>Only a super administrator can move it back.</li>
      </ul>
    </>
  )
}
