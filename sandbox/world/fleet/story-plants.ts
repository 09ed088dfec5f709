import type { NamedSite } from './odd-sites'
import type { SeedPlant } from './seed-records'
import type { Traits } from './traits'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

/** Plant of the demo with a fixed state, so that documentation and screenshots can refer to it. */
export interface StoryPlant extends NamedSite {
  key: string
  serialNumber: string
  /** Description of its notable state, in one line. */
  story: string
  traits: Partial<Traits>
  /** Fields in addition to those derived from the traits. */
  fields?: Partial<SeedPlant>
  rotatedAgoMs?: number
  authFailedAgoMs?: number
  createdAgoMs?: number
}

const online = {
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  status: 'ONLINE',
  seenAgoMs: 9000,
  certificateInMs: 512 * dayMs,
  authFailureCount: 0,
} as const satisfies Traits
const offline = { ...online, status: 'OFFLINE' } as const satisfies Traits

/** First plants of every fleet with stories, in this order. */
export const storyPlants: readonly StoryPlant[] = [
  {
    key: 'expired-online',
    name: 'FVE Velvary – sklad 2',
    town: 'Velvary',
    kind: 'pv-roof',
    serialNumber: 'CPI-24-000101-8',
    story:
      'Certificate expired a day ago; the session is still open, but the next reconnect will fail.',
    traits: { ...online, certificateInMs: -26 * hourMs },
    fields: {
      externalPlantId: 'VELVARY-MAIN',
      fvePeakPowerKwp: 249.6,
      capacityKwh: 180,
      plantWithLoad: true,
      esiState: 'PLC_READY',
      configEnabled: true,
    },
  },
  {
    key: 'offline-expiring',
    name: 'BESS Žatec sever',
    town: 'Žatec',
    kind: 'battery',
    serialNumber: 'CPI-24-000102-7',
    story: 'Offline for 40 days, certificate expires in 20: needs a visit to the site.',
    traits: { ...offline, seenAgoMs: 40 * dayMs, certificateInMs: 20 * dayMs },
  },
  {
    key: 'auth-failures',
    name: 'Rozvodna Přerov',
    town: 'Přerov',
    kind: 'substation',
    serialNumber: 'CPI-22-000103-8',
    story: '312 authentication failures, the last one minutes ago: someone swapped the controller.',
    traits: { ...offline, seenAgoMs: 5 * hourMs, authFailureCount: 312 },
    authFailedAgoMs: 3 * minuteMs,
  },
  {
    key: 'degraded',
    name: 'Bioplynka Třeboň',
    town: 'Třeboň',
    kind: 'biogas',
    serialNumber: 'CPI-21-000104-8',
    story: 'Connected, but degraded.',
    traits: {
      ...online,
      authMethod: 'PASSWORD',
      certificateInMs: null,
      status: 'DEGRADED',
      seenAgoMs: 4 * minuteMs,
    },
  },
  {
    key: 'stuck-pending',
    name: 'Mlékárna Olešnice – střecha',
    town: 'Olešnice',
    kind: 'pv-roof',
    serialNumber: 'CPI-26-000105-2',
    story: 'Created 45 days ago, never provisioned.',
    traits: {
      lifecycleStatus: 'PENDING',
      authMethod: 'MTLS',
      status: 'UNKNOWN',
      seenAgoMs: null,
      certificateInMs: null,
      authFailureCount: 0,
    },
    createdAgoMs: 45 * dayMs,
  },
  {
    key: 'silent-provisioned',
    name: 'ZŠ Komenského Litoměřice',
    town: 'Litoměřice',
    kind: 'pv-roof',
    serialNumber: 'CPI-26-000106-1',
    story: 'Provisioned six days ago, waiting for first contact.',
    traits: {
      ...offline,
      lifecycleStatus: 'PROVISIONED',
      seenAgoMs: null,
      certificateInMs: 724 * dayMs,
    },
  },
  {
    key: 'suspended',
    name: 'Solarpark Görlitz Ost',
    town: 'Görlitz',
    kind: 'pv-park',
    serialNumber: 'CPI-23-000107-3',
    story: 'Suspended nine days ago.',
    traits: { ...offline, lifecycleStatus: 'SUSPENDED', seenAgoMs: 9 * dayMs },
  },
  {
    key: 'online-unseen',
    name: 'MVE Písek – Podskalí',
    town: 'Písek',
    kind: 'hydro',
    serialNumber: 'CPI-20-000108-5',
    story: 'Shown as ONLINE, but silent for two days.',
    traits: { ...online, authMethod: 'TOKEN', certificateInMs: null, seenAgoMs: 49 * hourMs },
  },
  {
    key: 'expires-today',
    name: 'Kogenerace Tábor – teplárna',
    town: 'Tábor',
    kind: 'heat',
    serialNumber: 'CPI-24-000109-0',
    story: 'Certificate expires in three hours.',
    traits: { ...online, certificateInMs: 3 * hourMs },
  },
  {
    key: 'long-expired',
    name: 'Magazyn energii Racibórz',
    town: 'Racibórz',
    kind: 'battery',
    serialNumber: 'CPI-21-000110-9',
    story: 'Certificate expired 400 days ago; not seen since.',
    traits: {
      ...offline,
      seenAgoMs: 399 * dayMs,
      certificateInMs: -400 * dayMs,
      authFailureCount: 41,
    },
  },
  {
    key: 'healthy',
    name: 'BESS Chomutov',
    town: 'Chomutov',
    kind: 'battery',
    serialNumber: 'CPI-25-000111-4',
    story: 'Healthy; its secret was rotated 20 minutes ago, so both secrets are valid.',
    traits: online,
    rotatedAgoMs: 20 * minuteMs,
    fields: {
      capacityKwh: 12_400,
      fvePeakPowerKwp: 998.4,
      plantWithLoad: true,
      externalPlantId: 'CHOMUTOV-BESS',
      esiState: 'PLC_READY',
      configEnabled: true,
      tag: 'aFRR',
    },
  },
  {
    key: 'revoked',
    name: 'Solarpark Regensburg Süd',
    town: 'Regensburg',
    kind: 'pv-park',
    serialNumber: 'CPI-22-000112-6',
    story: 'Revoked after its controller was stolen.',
    traits: {
      ...offline,
      lifecycleStatus: 'REVOKED',
      seenAgoMs: 71 * dayMs,
      certificateInMs: 210 * dayMs,
    },
  },
  {
    key: 'decommissioned',
    name: 'FVE Hodonín – stará cihelna',
    town: 'Hodonín',
    kind: 'pv-park',
    serialNumber: 'CPI-20-000113-7',
    story: 'Taken out of service.',
    traits: {
      ...offline,
      lifecycleStatus: 'DECOMMISSIONED',
      seenAgoMs: 260 * dayMs,
      certificateInMs: -30 * dayMs,
    },
  },
]
