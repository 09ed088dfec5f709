import type { ConfirmedAction } from './consequences'
import { goneWords } from '@/api/gone-words'
import type { LifecycleStatus, Plant } from '@/api/plant-schemas'
import {
  certificateFacts,
  changedFact,
  hasLostFact,
  isFactOpen,
} from '@/domain/certificates/certificate-change'
import { credentialOf } from '@/domain/credentials/auth-methods'
import type { Reading, Verdict } from '@/domain/plant/verdict'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { isUnreadable } from '@/lib/unreadable'

/** A plant that is gone shows neither that a change was made nor that it wasn't. */
export const goneVerdict: Verdict = { kind: 'cannot-tell', evidence: goneWords.evidence }

type Rule = (before: Plant, now: Plant) => Verdict

const rules: Record<Exclude<ConfirmedAction, 'delete'>, Rule> = {
  suspend: leadsTo('SUSPENDED'),
  reactivate: leadsTo('ACTIVE', 'PROVISIONED'),
  // Contract: revoke is refused when the plant is "already decommissioned", so an unknown outcome may have led there.
  revoke: leadsTo('REVOKED', 'DECOMMISSIONED'),
  provision: hasNewCredentials,
  'rotate-secret': (before, now) => {
    if (isUnreadable(before, 'secretRotatedAt') || isUnreadable(now, 'secretRotatedAt')) {
      return { kind: 'cannot-tell', evidence: 'the time of the last rotation is unreadable' }
    }
    return now.secretRotatedAt && now.secretRotatedAt !== before.secretRotatedAt
      ? { kind: 'done', evidence: 'its secret was rotated', at: now.secretRotatedAt }
      : { kind: 'not-done', evidence: 'its secret has not changed' }
  },
  'mqtt-token': () => ({ kind: 'cannot-tell', evidence: 'issuing a token leaves no trace' }),
  download: () => ({ kind: 'cannot-tell', evidence: 'a download leaves no trace' }),
}

/** A refused request decommissioned nothing: someone else did, and a decommissioned plant hides an earlier revocation. */
const rulesAfterRefusal: Partial<typeof rules> = { revoke: leadsTo('REVOKED') }

/** Concludes from a later reading whether the action was completed. After `not-done`, it may still be in progress. */
export function reconcileAction(
  action: ConfirmedAction,
  before: Plant,
  reading: Reading,
  isRefused = false,
): Verdict {
  if (action === 'delete') {
    return reading === 'gone'
      ? { kind: 'done', evidence: goneWords.evidence }
      : { kind: 'not-done', evidence: 'the plant is still there' }
  }
  if (reading === 'gone') return goneVerdict
  const rule = (isRefused && rulesAfterRefusal[action]) || rules[action]
  return rule(before, reading)
}

function leadsTo(...states: LifecycleStatus[]): Rule {
  return (before, now) => {
    if (isUnreadable(now, 'lifecycleStatus')) {
      return { kind: 'cannot-tell', evidence: 'its lifecycle is unreadable' }
    }
    const evidence = `the plant is ${lifecycleMeaning(now).label}`
    if (states.some((state) => state === now.lifecycleStatus)) {
      const hasMoved = now.updatedAt && now.updatedAt !== before.updatedAt
      return { kind: 'done', evidence, ...(hasMoved ? { at: now.updatedAt } : {}) }
    }
    return now.lifecycleStatus === before.lifecycleStatus
      ? { kind: 'not-done', evidence }
      : { kind: 'cannot-tell', evidence }
  }
}

const changedFactWords = {
  certificateSerialNumber: 'its certificate has another serial number',
  certificateFingerprint: 'its certificate has another fingerprint',
  certificateExpiresAt: 'its certificate has another expiry',
}

const otherMembers = ['authMethod', 'lifecycleStatus', 'secretRotatedAt', 'updatedAt'] as const

/** Accepts only evidence that no other action leaves: rotations and reactivations leave traces too. */
function hasNewCredentials(before: Plant, now: Plant): Verdict {
  const at = now.updatedAt
  const changed = changedFact(before, now)
  if (changed) return { kind: 'done', evidence: changedFactWords[changed], at }
  if (
    certificateFacts.some((fact) => isFactOpen(before, now, fact)) ||
    [before, now].some((plant) => isUnreadable(plant, ...otherMembers))
  ) {
    return { kind: 'cannot-tell', evidence: 'its credential details are unreadable' }
  }
  const hasCertificates = credentialOf(before.authMethod) === 'certificate'
  if (before.secretRotatedAt && !now.secretRotatedAt && !hasCertificates) {
    return { kind: 'done', evidence: 'its secret is new and was never rotated', at }
  }
  if (now.lifecycleStatus !== before.lifecycleStatus) {
    const evidence = `the plant is ${lifecycleMeaning(now).label}`
    return before.lifecycleStatus === 'PENDING' && now.lifecycleStatus === 'PROVISIONED'
      ? { kind: 'done', evidence, at }
      : { kind: 'cannot-tell', evidence }
  }
  if ((now.secretRotatedAt ?? null) !== (before.secretRotatedAt ?? null)) {
    return {
      kind: 'cannot-tell',
      evidence: 'its secret has changed, which a rotation could also explain',
    }
  }
  if (hasLostFact(before, now)) {
    return { kind: 'cannot-tell', evidence: 'its certificate is no longer listed' }
  }
  const isListed = certificateFacts.some((fact) => now[fact])
  if ((hasCertificates && isListed) || now.updatedAt === before.updatedAt) {
    return { kind: 'not-done', evidence: 'its credentials have not changed' }
  }
  return {
    kind: 'cannot-tell',
    evidence: 'the plant changed, but its credentials show no change',
    at,
  }
}
