import { SiteMap } from './site-map'
import type { PlantDetail } from '@/api/plant-schemas'
import { type SitePosition, formatPosition, readPosition } from '@/domain/plant/site-position'
import { isUnreadable } from '@/lib/unreadable'
import { CopyButton } from '@/ui/copy-button'
import { Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { StatusBadge } from '@/ui/status-badge'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

/** The plant's position, size and site settings; the map appears only for a plausible position. */
export function SitePanel({ plant }: { plant: PlantDetail }) {
  const position = readPosition(plant)
  const isFieldUnreadable = (name: keyof PlantDetail) => isUnreadable(plant, name)
  const isShown = position.kind === 'place' && position.doubt === undefined
  return (
    <Panel title="Site" className="break-inside-avoid">
      {isShown ? <SiteMap latitude={position.latitude} longitude={position.longitude} /> : null}
      <Facts>
        <Fact label="Position">
          <Position plant={plant} position={position} />
        </Fact>
        <Fact label="Peak power">
          <Quantity
            value={plant.fvePeakPowerKwp}
            unit="kWp"
            isValueUnreadable={isFieldUnreadable('fvePeakPowerKwp')}
          />
        </Fact>
        <Fact label="Battery capacity">
          <Quantity
            value={plant.capacityKwh}
            unit="kWh"
            isValueUnreadable={isFieldUnreadable('capacityKwh')}
          />
        </Fact>
        <Fact label="With load">
          <YesNo
            value={plant.plantWithLoad}
            isValueUnreadable={isFieldUnreadable('plantWithLoad')}
          />
        </Fact>
        <Fact label="ESM link">
          {plant.externalPlantId ? (
            <>
              Linked as <UntrustedText>{plant.externalPlantId}</UntrustedText>
            </>
          ) : (
            <UntrustedText
              fallback="Not linked"
              isUnreadable={isFieldUnreadable('externalPlantId')}
            >
              {null}
            </UntrustedText>
          )}
        </Fact>
        <Fact label="ESI state">
          <UntrustedText fallback="Not given" isUnreadable={isFieldUnreadable('esiState')}>
            {plant.esiState}
          </UntrustedText>
        </Fact>
        <Fact label="Config enabled">
          <YesNo
            value={plant.configEnabled}
            isValueUnreadable={isFieldUnreadable('configEnabled')}
          />
        </Fact>
      </Facts>
    </Panel>
  )
}

/** Shows the raw numbers of an invalid position, because they are what has to be corrected. */
function Position({ plant, position }: { plant: PlantDetail; position: SitePosition }) {
  if (position.kind === 'none') return <span className="text-faint">Not given</span>
  const raw = `${plant.latitude ?? '–'}, ${plant.longitude ?? '–'}`
  const isPlace = position.kind === 'place'
  const doubt = isPlace ? position.doubt : position.why
  return (
    <>
      <span data-copyable className="flex items-center gap-1 tabular-nums">
        {isPlace ? formatPosition(position.latitude, position.longitude) : raw}
        <CopyButton text={raw} label="Copy position" className="max-md:-my-1" />
      </span>
      {doubt ? (
        <span className="flex items-start gap-1.5 pb-1 text-warn">
          <StatusBadge isPlain tone="warn" className="pt-0.5">
            <span className="sr-only">Doubtful</span>
          </StatusBadge>
          <span>{doubt}</span>
        </span>
      ) : null}
    </>
  )
}

interface QuantityProps {
  value: number | null | undefined
  unit: string
  isValueUnreadable: boolean
}

function Quantity({ value, unit, isValueUnreadable }: QuantityProps) {
  if (isValueUnreadable) return <Unreadable />
  if (value === null || value === undefined) return <span className="text-faint">Not given</span>
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: 3 })
  return (
    <span className="tabular-nums">
      {number} {unit}
    </span>
  )
}

function YesNo({
  value,
  isValueUnreadable,
}: {
  value: boolean | null | undefined
  isValueUnreadable: boolean
}) {
  if (isValueUnreadable) return <Unreadable />
  if (value === null || value === undefined) return <span className="text-faint">Not given</span>
  return value ? 'Yes' : 'No'
}
