import type { Area } from './integrate'

/** Energy of a plant, kWh; none of them is ever negative. */
export interface EnergyTotals {
  readonly producedKwh: number
  readonly importedKwh: number
  readonly exportedKwh: number
}

/** Nothing of which is known yet. */
export const noEnergy: EnergyTotals = { producedKwh: 0, importedKwh: 0, exportedKwh: 0 }

/** What the power of one meter adds to a plant's energy. */
export function producedIn({ aboveKwh }: Area): EnergyTotals {
  // By night an inverter draws a little: that is use, not production.
  return { ...noEnergy, producedKwh: aboveKwh }
}

/** The same for the meter at the grid: positive while importing, negative while exporting. */
export function exchangedIn({ aboveKwh, belowKwh }: Area): EnergyTotals {
  return { ...noEnergy, importedKwh: aboveKwh, exportedKwh: belowKwh }
}

/** Both together. */
export function sumOf(one: EnergyTotals, other: EnergyTotals): EnergyTotals {
  return {
    producedKwh: one.producedKwh + other.producedKwh,
    importedKwh: one.importedKwh + other.importedKwh,
    exportedKwh: one.exportedKwh + other.exportedKwh,
  }
}
