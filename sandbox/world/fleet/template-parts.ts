import type { SeedAction, SeedSignal } from './seed-records'

type Numeric = Extract<SeedSignal, { kind: 'NUMERIC' }>
type Binary = Extract<SeedSignal, { kind: 'BINARY' }>

function numeric(
  key: string,
  label: string,
  unit: string,
  more: Partial<Omit<Numeric, 'kind' | 'key' | 'label' | 'unit'>> = {},
): SeedSignal {
  return { kind: 'NUMERIC', key, label, field: key, unit, ...more }
}

function binary(
  key: string,
  label: string,
  bit: number,
  more: Partial<Omit<Binary, 'kind' | 'key' | 'label' | 'bit'>> = {},
): SeedSignal {
  return { kind: 'BINARY', key, label, bit, ...more }
}

const left = { chartGroup: 'power', chartAxis: 'left', aggregate: 'avg' } as const
const right = { chartGroup: 'power', chartAxis: 'right', aggregate: 'last' } as const

// The list repeats the template for each plant, so templates are kept small.
export const pvSignals: SeedSignal[] = [
  numeric('pvPowerKw', 'PV power', 'kW', { ...left, featured: true }),
  numeric('pvEnergyKwh', 'PV energy today', 'kWh', { aggregate: 'last' }),
  numeric('moduleTemp', 'Module temperature', '°C', { aggregate: 'avg', chartGroup: 'weather' }),
]

export const gridSignals: SeedSignal[] = [
  numeric('gridPowerKw', 'Grid power', 'kW', { ...left, featured: true }),
  numeric('loadPowerKw', 'Load', 'kW', left),
  numeric('voltage', 'Voltage', 'V', { aggregate: 'avg', chartGroup: 'voltage' }),
  numeric('frequency', 'Frequency', 'Hz', { aggregate: 'avg' }),
]

export const batterySignals: SeedSignal[] = [
  numeric('soc', 'State of charge', '%', { ...right, featured: true }),
  numeric('soh', 'State of health', '%', { aggregate: 'min' }),
  numeric('batteryPowerKw', 'Battery power', 'kW', left),
  numeric('cellTempMax', 'Warmest cell', '°C', { aggregate: 'max', chartGroup: 'temperature' }),
]

export const cabinetSignals: SeedSignal[] = [
  binary('doorOpen', 'Door open', 0, { alertOn: true }),
  binary('surgeArrester', 'Surge arrester tripped', 1, { alertOn: true, featured: true }),
  binary('upsOnBattery', 'UPS on battery', 3, { alertOn: true }),
  binary('smoke', 'Smoke detector', 4, { alertOn: true, featured: true }),
]

export const thermalSignals: SeedSignal[] = [
  numeric('electricPowerKw', 'Electric power', 'kW', { ...left, featured: true }),
  numeric('heatPowerKw', 'Heat', 'kW', left),
  numeric('gasFlow', 'Gas flow', 'm³/h', { aggregate: 'avg', chartGroup: 'gas' }),
  binary('running', 'Engine running', 0, { featured: true }),
]

// The limits that the plants keep (`world/field/actions.ts`).
const power = { type: 'number', exclusiveMinimum: 0, unit: 'kW', required: true }
const duration = { type: 'number', exclusiveMinimum: 0, maximum: 1440, unit: 'min', required: true }
const percent = { type: 'number', minimum: 0, maximum: 100, unit: '%', required: true }
const seconds = { type: 'integer', minimum: 1, maximum: 3600, unit: 's', required: true }

export const everyPlantActions: SeedAction[] = [
  { command: 'GET_INFO', label: 'Read device information' },
  {
    command: 'SET_TELEMETRY_INTERVAL',
    label: 'Set telemetry interval',
    payload: { seconds: 60 },
    parameters: { seconds },
  },
  { command: 'SET_DEFAULTS', label: 'Restore defaults' },
  { command: 'reboot', label: 'Restart the controller' },
]

export const batteryActions: SeedAction[] = [
  {
    command: 'CHARGE',
    label: 'Charge',
    payload: { powerKw: 50, durationMin: 30 },
    parameters: { powerKw: power, durationMin: duration },
  },
  {
    command: 'DISCHARGE',
    label: 'Discharge',
    payload: { powerKw: 50, durationMin: 30 },
    parameters: { powerKw: power, durationMin: duration },
  },
  { command: 'HOLD', label: 'Hold' },
  { command: 'CHARGE_ONLY', label: 'Allow charging only' },
  { command: 'DISCHARGE_ONLY', label: 'Allow discharging only' },
  {
    command: 'CONTINUOUS_CHARGE',
    label: 'Charge continuously',
    payload: { powerKw: 20 },
    parameters: { powerKw: power },
  },
  {
    command: 'SET_SOC_LIMITS',
    label: 'Set charge limits',
    payload: { minPct: 10, maxPct: 90 },
    parameters: { minPct: percent, maxPct: percent },
  },
  {
    command: 'SCHEDULE',
    label: 'Set a schedule',
    payload: { slots: [{ from: '02:00', to: '05:00', mode: 'CHARGE', powerKw: 40 }] },
  },
  { command: 'DEFAULT', label: 'Back to automatic' },
  { command: 'CANCEL_ALL', label: 'Cancel all running commands' },
]

export const overflowAction: SeedAction = {
  command: 'SET_OVERFLOW',
  label: 'Limit the feed-in',
  payload: { maxExportKw: 100 },
}
