import type { ConfirmedAction } from './consequences'
import type { Plant } from '@/api/plant-schemas'
import { secretGraceEndsMs, secretGraceWords } from '@/domain/credentials/secret-grace'
import type { VerdictKind } from '@/domain/plant/verdict'

interface Recovery {
  text: string
  validUntilMs?: number
  actions: readonly ConfirmedAction[]
}

/** Returns how to recover from a lost response; undefined when nothing was done or the response had no secret. */
export function recoveryAfter(
  action: ConfirmedAction,
  verdict: VerdictKind,
  plant: Pick<Plant, 'secretRotatedAt' | 'lifecycleStatus'>,
  nowMs: number,
  graceMs: number | undefined,
): Recovery | undefined {
  if (verdict === 'not-done') return undefined
  const isDone = verdict === 'done'
  switch (action) {
    case 'provision':
      return {
        text: `${isDone ? 'The package is lost' : 'If the request was completed, the package is lost'}, unless the platform still has it. Try Download package first. Otherwise provision again, which replaces what was just issued.`,
        actions: ['download', 'provision'],
      }
    case 'rotate-secret': {
      const validUntilMs = isDone ? secretGraceEndsMs(plant, nowMs, graceMs) : undefined
      return {
        text: `${isDone ? 'The new secret is lost' : 'If the request was completed, the new secret is lost'}. Unless the request was executed more than once, the previous secret stays valid for the rest of the grace period${graceMs === undefined ? `, ${secretGraceWords} as documented` : ''}. Rotate again after that, or provision again now.`,
        ...(validUntilMs === undefined ? {} : { validUntilMs }),
        actions: ['provision'],
      }
    }
    case 'mqtt-token':
      return {
        text: 'If a token was issued, it is lost. No one has it, and it expires by itself. Issue another one; earlier tokens stay valid until they expire.',
        actions: ['mqtt-token'],
      }
    case 'download':
      return {
        text: 'Nothing changed for the plant. Download the package again while the platform still has it.',
        actions: ['download'],
      }
    case 'suspend':
    case 'reactivate':
    case 'revoke':
    case 'delete':
      return undefined
  }
}
