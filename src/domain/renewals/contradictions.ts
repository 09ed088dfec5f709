// Statements of the platform about certificates that can't all be true. A healthy fleet has none.
import type { CertificatePlant } from './reach'
import {
  certificateEnd,
  expiryBucket,
  needsCertificate,
} from '@/domain/certificates/certificate-expiry'
import { contradictsLifecycle } from '@/domain/status/connection'
import { isConnected } from '@/domain/status/connection-kind'
import { credentialsIn, withdrawalOf } from '@/domain/status/lifecycle'
import { readHexDigits } from '@/lib/hex-digits'
import { dayMs, readInstant } from '@/lib/instants'
import { entriesOf } from '@/lib/keyed-record'
import { isUnreadable } from '@/lib/unreadable'

/** Our own limit: brokers don't end a session that is open at the expiry, but two days later it has ended by itself. */
const maxSessionMs = 2 * dayMs

interface PlantRule {
  title: string
  /** A likely meaning, and the next step. */
  hint: string
  isMet: (plant: CertificatePlant, nowMs: number) => boolean
}

function isActiveExpired(plant: CertificatePlant, nowMs: number): boolean {
  return (
    credentialsIn(plant.lifecycleStatus) === 'in use' && expiryBucket(plant, nowMs) === 'expired'
  )
}

/** Contradictions within the record of one plant. */
const plantRules = {
  'seen-after-expiry': {
    title: 'Last seen days after its certificate expired',
    hint: 'The broker may accept expired certificates, or the plant has a newer one that the platform doesn’t list.',
    isMet: (plant) => {
      const endMs = certificateEnd(plant)
      const seenMs = isUnreadable(plant, 'lastSeenAt') ? null : readInstant(plant.lastSeenAt)
      return (
        needsCertificate(plant) &&
        typeof endMs === 'number' &&
        typeof seenMs === 'number' &&
        seenMs > endMs + maxSessionMs
      )
    },
  },
  'active-expired-online': {
    title: 'Active and still connected with an expired certificate',
    hint: 'It may be disconnected at any time, and then it can’t connect again. Provision it, and have the new package installed.',
    isMet: (plant, nowMs) => isActiveExpired(plant, nowMs) && isConnected(plant.status),
  },
  'active-expired': {
    title: 'Active with an expired certificate, and not reported connected',
    hint: 'The lifecycle says that it is in service, but it can’t connect until it is provisioned again.',
    isMet: (plant, nowMs) => isActiveExpired(plant, nowMs) && !isConnected(plant.status),
  },
  'resting-online': {
    title: 'Connected, although its lifecycle doesn’t allow it',
    hint: 'Its session may have outlived the change of its lifecycle. If it stays connected, the broker doesn’t check the lifecycle.',
    isMet: contradictsLifecycle,
  },
  'unused-certificate': {
    title: 'Has a certificate that its authentication method doesn’t use',
    hint: 'It was issued before the method was changed. Anyone who has its key may still be able to connect.',
    isMet: (plant) => !needsCertificate(plant) && typeof certificateEnd(plant) === 'number',
  },
} as const satisfies Record<string, PlantRule>

/** Contradictions between plants: a certificate belongs to one. */
const sharedRules = {
  'shared-fingerprint': {
    title: 'One certificate on several plants',
    hint: 'Someone may have copied a controller with its key. Provision all but one of them again.',
    member: 'certificateFingerprint',
  },
  'shared-serial': {
    title: 'One certificate serial number on several plants',
    hint: 'An authority uses each number only once: a controller was copied, or two authorities issue certificates.',
    member: 'certificateSerialNumber',
  },
} as const

/** Key of a rule that finds contradictions. */
type ContradictionKey = keyof typeof plantRules | keyof typeof sharedRules

/** Plants that a rule has found, in the order given. */
export interface Contradiction {
  key: ContradictionKey
  title: string
  hint: string
  plants: readonly CertificatePlant[]
}

/** Looks for contradictions, one plant at a time. What it finds doesn't depend on their order. */
export class ContradictionSearch {
  private readonly found = new Map<ContradictionKey, CertificatePlant[]>()
  private readonly holders = {
    'shared-fingerprint': new ValueHolders(),
    'shared-serial': new ValueHolders(),
  }

  /** Adds a plant as it was read at `readAtMs` (Unix ms, server's clock). */
  add(plant: CertificatePlant, readAtMs: number): void {
    for (const [key, { isMet }] of entriesOf(plantRules)) {
      if (isMet(plant, readAtMs)) this.report(key, plant)
    }
    // A decommissioned plant keeps the certificate that its successor may have taken over.
    if (withdrawalOf(plant.lifecycleStatus) === 'decommissioned') return
    for (const [key, { member }] of entriesOf(sharedRules)) {
      const value = valueOf(plant, member)
      if (value !== '') this.holders[key].add(value, plant)
    }
  }

  /** Returns what was found so far, in the order of the rules; plants that share a value follow each other. */
  contradictions(): Contradiction[] {
    const ofPlants = entriesOf(plantRules).map(([key, { title, hint }]) => {
      return { key, title, hint, plants: this.found.get(key) ?? [] }
    })
    const shared = entriesOf(sharedRules).map(([key, { title, hint }]) => {
      const groups = this.holders[key].groups()
      const own =
        key === 'shared-serial' ? groups.filter((group) => !isOneCertificate(group)) : groups
      return { key, title, hint, plants: own.flat() }
    })
    return [...ofPlants, ...shared].filter(({ plants }) => plants.length > 0)
  }

  private report(key: ContradictionKey, plant: CertificatePlant): void {
    const plants = this.found.get(key)
    if (plants) plants.push(plant)
    else this.found.set(key, [plant])
  }
}

/** The plants that have each value of a member. */
class ValueHolders {
  /** The first plant with a value, until a second one is found. */
  private readonly first = new Map<string, CertificatePlant>()
  private readonly shared = new Map<string, CertificatePlant[]>()

  /** Adds a plant to those that have a value. */
  add(value: string, plant: CertificatePlant): void {
    const others = this.shared.get(value)
    const first = this.first.get(value)
    if (others) others.push(plant)
    else if (first) this.shared.set(value, [first, plant])
    else this.first.set(value, plant)
  }

  /** Returns the plants of each value that several have, in the order of the values and then of their IDs. */
  groups(): CertificatePlant[][] {
    return [...this.shared]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, plants]) => plants.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  }
}

/** The same certificate has the same number: that is one finding, not two. */
function isOneCertificate(plants: readonly CertificatePlant[]): boolean {
  const fingerprints = new Set(plants.map((plant) => valueOf(plant, 'certificateFingerprint')))
  return fingerprints.size === 1 && !fingerprints.has('')
}

/** Returns '' for a value that is missing or unreadable. */
function valueOf(
  plant: CertificatePlant,
  member: (typeof sharedRules)[keyof typeof sharedRules]['member'],
): string {
  return isUnreadable(plant, member) ? '' : normal(plant[member] ?? '')
}

/** The digits, in whatever notation; another text as it is. */
function normal(value: string): string {
  return readHexDigits(value) ?? value.trim().toLowerCase()
}
