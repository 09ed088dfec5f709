import type { Area } from './integrate'

/** Energy of a plant in kWh; no value is ever negative. */
export interface EnergyTotals {
  readonly producedKwh: number
  readonly importedKwh: number
  readonly exportedKwh: number
}

export const noEnergy: EnergyTotals = { producedKwh: 0, importedKwh: 0, exportedKwh: 0 }

/** Returns the energy that the power of one production meter adds. */
export function producedIn({ aboveKwh }: Area): EnergyTotals {
  // At night an inverter draws a little power: that is consumption, not production.
  return { ...noEnergy, producedKwh: aboveKwh }
}

/** Returns the energy that the grid meter adds: positive power is imported, negative power is exported. */
export function exchangedIn({ aboveKwh, belowKwh }: Area): EnergyTotals {
  return { ...noEnergy, importedKwh: aboveKwh, exportedKwh: belowKwh }
}

export function sumOf(one: EnergyTotals, other: EnergyTotals): EnergyTotals {
  return {
    producedKwh: one.producedKwh + other.producedKwh,
    importedKwh: one.importedKwh + other.importedKwh,
    exportedKwh: one.exportedKwh + other.exportedKwh,
  }
}
