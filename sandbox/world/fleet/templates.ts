import { Random } from './random'
import type { SeedAction, SeedSignal, SeedTemplate } from './seed-records'
import type { SiteKind } from './site-kinds'
import {
  batteryActions,
  batterySignals,
  cabinetSignals,
  everyPlantActions,
  gridSignals,
  overflowAction,
  pvSignals,
  thermalSignals,
} from './template-parts'
import { dayMs } from '@/lib/instants'

interface Blueprint {
  name: string
  type: SeedTemplate['type']
  level: SeedTemplate['level']
  version: number
  isSystem: boolean
  signals: SeedSignal[]
  actions: SeedAction[]
}

const plant = { level: 'PLANT', isSystem: true } as const
const subDevice = { level: 'SUB_DEVICE', isSystem: true } as const

const blueprints = {
  pv: {
    ...plant,
    name: 'PV plant',
    type: 'INVERTER',
    version: 4,
    signals: [...pvSignals, ...gridSignals],
    actions: [...everyPlantActions, overflowAction],
  },
  pvWithBattery: {
    ...plant,
    name: 'PV with battery and load',
    type: 'CABINET',
    version: 7,
    signals: [...pvSignals, ...gridSignals, ...batterySignals, ...cabinetSignals],
    actions: [...batteryActions, overflowAction, ...everyPlantActions],
  },
  battery: {
    ...plant,
    name: 'Battery storage',
    type: 'BATTERY',
    version: 5,
    signals: [...batterySignals, ...gridSignals, ...cabinetSignals],
    actions: [...batteryActions, ...everyPlantActions],
  },
  thermal: {
    ...plant,
    name: 'Cogeneration and biogas',
    type: 'CABINET',
    version: 2,
    signals: [...thermalSignals, ...gridSignals.slice(0, 2)],
    actions: everyPlantActions,
  },
  metering: {
    ...plant,
    name: 'Metering point',
    type: 'METER',
    version: 3,
    signals: gridSignals,
    actions: everyPlantActions.slice(0, 2),
  },
  charging: {
    ...plant,
    isSystem: false,
    name: 'Nabíjecí hub (vlastní)',
    type: 'CABINET',
    version: 1,
    signals: [...gridSignals, ...cabinetSignals.slice(0, 3)],
    actions: everyPlantActions,
  },
  cabinet: {
    ...subDevice,
    name: 'Cabinet R',
    type: 'CABINET',
    version: 2,
    signals: cabinetSignals,
    actions: [],
  },
  meter: {
    ...subDevice,
    name: 'Three-phase meter E',
    type: 'METER',
    version: 1,
    signals: gridSignals,
    actions: [],
  },
  inverter: {
    ...subDevice,
    name: 'String inverter INV',
    type: 'INVERTER',
    version: 3,
    signals: pvSignals,
    actions: [overflowAction],
  },
  batteryUnit: {
    ...subDevice,
    name: 'Battery unit BAT',
    type: 'BATTERY',
    version: 2,
    signals: batterySignals,
    actions: batteryActions,
  },
} satisfies Record<string, Blueprint>

/** Templates of a fleet, with a function that finds the one for a kind of site. */
export interface TemplateSet {
  templates: SeedTemplate[]
  forSite: (kind: SiteKind, hasBattery: boolean) => string
}

/** Creates templates of both levels; only those of level PLANT are assigned to plants. */
export function seedTemplates(seed: number, now: Date): TemplateSet {
  const random = new Random(seed, -2)
  const ids = new Map<string, string>()
  const templates = Object.entries<Blueprint>(blueprints).map(([key, blueprint]) => {
    const id = random.uuid()
    ids.set(key, id)
    const createdAgoMs = random.between(900, 2100) * dayMs
    const createdAt = new Date(now.getTime() - createdAgoMs).toISOString()
    const updatedAt = new Date(now.getTime() - createdAgoMs * random.fraction()).toISOString()
    return { ...blueprint, id, createdAt, updatedAt }
  })
  const forSite = (kind: SiteKind, hasBattery: boolean) => {
    const id = ids.get(blueprintFor(kind, hasBattery))
    if (!id) throw new RangeError(`no template for ${kind}`)
    return id
  }
  return { templates, forSite }
}

function blueprintFor(kind: SiteKind, hasBattery: boolean): keyof typeof blueprints {
  switch (kind) {
    case 'pv-park':
    case 'pv-roof':
      return hasBattery ? 'pvWithBattery' : 'pv'
    case 'battery':
      return 'battery'
    case 'biogas':
    case 'heat':
    case 'hydro':
      return 'thermal'
    case 'charging':
      return 'charging'
    case 'substation':
    case 'metering':
      return 'metering'
  }
}
