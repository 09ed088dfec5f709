import { EnergyContradictions } from './energy-contradictions'
import { EnergyDayLine } from './energy-day-line'
import { EnergyFormulas } from './energy-formulas'
import { EnergyPictures } from './energy-pictures'
import { EnergyRecording } from './energy-recording'
import type { EnergyView } from './energy-search'
import { EnergyTable } from './energy-table'
import { EnergyTiles } from './energy-tiles'
import { EnergyUnreported } from './energy-unreported'
import { useRecording } from './use-recording'
import type { EnergyToday } from '@/api/energy'
import type { PlantDetail } from '@/api/plant-schemas'
import { useDeployment } from '@/api/session/session-context'
import { energyBalance } from '@/domain/energy/energy-balance'
import { isUnreportedDay } from '@/domain/energy/unreported-day'

interface EnergyBodyProps {
  plant: PlantDetail
  energy: EnergyToday
  readAtMs: number
  everyMs: number | false
  view: EnergyView
}

export function EnergyBody({ plant, energy, readAtMs, everyMs, view }: EnergyBodyProps) {
  const { energyUnit: unit } = useDeployment().config
  const balance = energyBalance(energy)
  const isUnreported = isUnreportedDay(plant, energy)
  const recording = useRecording(plant.id, energy, readAtMs, everyMs || null, isUnreported)
  const day = { energy, balance, unit, isUnreported }
  return (
    <>
      <EnergyDayLine date={energy.date} readAtMs={readAtMs} />
      {day.isUnreported ? <EnergyUnreported plant={plant} energy={energy} /> : null}
      <EnergyContradictions contradictions={balance.contradictions} unit={unit} />
      <EnergyTiles {...day} />
      <EnergyPictures {...day} />
      <EnergyRecording recording={recording} isPolling={everyMs !== false} unit={unit} {...view} />
      <EnergyFormulas {...day} />
      <EnergyTable {...day} plant={plant} readAtMs={readAtMs} readings={recording.readings} />
    </>
  )
}
