import type { Alert } from '@/api/alerts'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { severityMeanings } from '@/domain/alerts/alert-severity'
import { isResolved } from '@/domain/alerts/alert-status'
import {
  type ExpiryBucket,
  disuseWords,
  expiryBucket,
  expiryMeanings,
} from '@/domain/certificates/certificate-expiry'
import { answerOf, commandNote, responseStatusText } from '@/domain/commands/command-answer'
import { shownTimeMember } from '@/domain/commands/command-time'
import { secretGraceEndsMs, secretGraceWords } from '@/domain/credentials/secret-grace'
import { meaningOf } from '@/domain/status/meaning'
import { formatCount } from '@/lib/format-count'
import { readInstant } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'
import type { Tone } from '@/lib/tone'
import { isUnreadable, memberOf, unreadableMember } from '@/lib/unreadable'

/** Subject of an entry. */
export type TimelineKind = 'life' | 'contact' | 'credentials' | 'alert' | 'command'

/** One dated fact about a plant. */
export interface TimelineEntry {
  key: string
  kind: TimelineKind
  tone: Tone
  title: string
  subject?: string | undefined
  note?: string | undefined
  atMs: number
}

/** An entry with an unreadable time, and the text the server sent for it; null for a value that is not text. */
export type UndatedEntry = Omit<TimelineEntry, 'atMs'> & { sent: string | null }

/** Everything known about a plant, ahead of now, before it, and without a date. */
export interface PlantTimeline {
  ahead: TimelineEntry[]
  past: TimelineEntry[]
  undated: UndatedEntry[]
}

interface Finding extends Omit<TimelineEntry, 'atMs' | 'key'> {
  key: string
  at: string | number | typeof unreadableMember | null | undefined
  /** The date of any other event in the future means that the server's clock is ahead of ours. */
  isPlan?: boolean
}

/** Builds the timeline of a plant at a given time; `graceMs` is what the platform stated for the last rotation. */
export function plantTimeline(
  plant: PlantDetail,
  commands: readonly Command[],
  nowMs: number,
  graceMs: number | undefined,
): PlantTimeline {
  const timeline: PlantTimeline = { ahead: [], past: [], undated: [] }
  const findings = [
    ...lifeFindings(plant),
    ...credentialFindings(plant, nowMs, graceMs),
    ...(plant.alerts?.items ?? []).flatMap(alertFindings),
    ...commands.flatMap(commandFindings),
  ]
  for (const { at, isPlan = false, ...entry } of findings) {
    if (at === unreadableMember) {
      timeline.undated.push({ ...entry, sent: null })
      continue
    }
    const atMs = readInstant(at)
    if (atMs === undefined) timeline.undated.push({ ...entry, sent: String(at) })
    if (typeof atMs !== 'number') continue
    const isAhead = atMs > nowMs + (isPlan ? 0 : clockToleranceMs)
    if (isAhead) timeline.ahead.push(isPlan ? { ...entry, atMs } : contradicted({ ...entry, atMs }))
    else timeline.past.push({ ...entry, atMs })
  }
  timeline.ahead.sort(latestFirst)
  timeline.past.sort(latestFirst)
  return timeline
}

function latestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return b.atMs - a.atMs
}

function contradicted(entry: TimelineEntry): TimelineEntry {
  const note = 'Its date is in the future, so a clock is wrong'
  return { ...entry, tone: 'warn', note: entry.note ? `${entry.note}. ${note}` : note }
}

function lifeFindings(plant: PlantDetail): Finding[] {
  const { createdAt, updatedAt } = plant
  const life = { kind: 'life', tone: 'neutral' } as const
  const isSameMoment =
    !isUnreadable(plant, 'updatedAt', 'createdAt') &&
    readInstant(updatedAt) === readInstant(createdAt)
  const changed: Finding = {
    ...life,
    key: 'changed',
    title: 'Last changed',
    at: memberOf(plant, 'updatedAt'),
  }
  return [
    { ...life, key: 'created', title: 'Created', at: memberOf(plant, 'createdAt') },
    { ...life, key: 'activated', title: 'Activated', at: memberOf(plant, 'activatedAt') },
    // A plant that was never changed has the time of creation as its last change.
    ...(isSameMoment ? [] : [changed]),
    {
      ...life,
      key: 'seen',
      kind: 'contact',
      title: 'Last seen',
      at: memberOf(plant, 'lastSeenAt'),
    },
  ]
}

function credentialFindings(plant: PlantDetail, nowMs: number, graceMs?: number): Finding[] {
  const { authFailureCount } = plant
  const kind = 'credentials'
  const graceEndsMs = secretGraceEndsMs(plant, nowMs, graceMs)
  const count = authFailureCount ?? 0
  return [
    {
      key: 'rotated',
      kind,
      tone: 'neutral',
      title: 'Secret rotated',
      at: memberOf(plant, 'secretRotatedAt'),
    },
    ...(graceEndsMs === undefined
      ? []
      : [
          {
            key: 'grace',
            kind,
            tone: 'info',
            title: 'Previous secret expires',
            // Only the response to the rotation states the period; the plant's own record doesn't have it.
            note:
              graceMs === undefined
                ? `As documented, ${secretGraceWords} after the rotation`
                : undefined,
            at: graceEndsMs,
            isPlan: true,
          } satisfies Finding,
        ]),
    {
      key: 'auth-failure',
      kind,
      tone: 'warn',
      title: 'Last authentication failure',
      note: count > 0 ? `${formatCount(count)} in all` : undefined,
      at: memberOf(plant, 'lastAuthFailureAt'),
    },
    {
      key: 'expiry',
      kind,
      ...expiryWords(plant, nowMs),
      at: memberOf(plant, 'certificateExpiresAt'),
      isPlan: true,
    },
  ]
}

const expiryTitles: Record<ExpiryBucket, Pick<Finding, 'title' | 'note'>> = {
  unused: { title: 'Certificate expiry', note: disuseWords.unused.reason },
  revoked: { title: 'Certificate expiry', note: disuseWords.revoked.reason },
  decommissioned: { title: 'Certificate expiry', note: disuseWords.decommissioned.reason },
  expired: { title: 'Certificate expired' },
  week: { title: 'Certificate expires' },
  month: { title: 'Certificate expires' },
  quarter: { title: 'Certificate expires' },
  later: { title: 'Certificate expires' },
  unreadable: { title: 'Certificate expiry' },
  none: { title: 'Certificate expiry' },
}

function expiryWords(plant: PlantDetail, nowMs: number): Pick<Finding, 'tone' | 'title' | 'note'> {
  const bucket = expiryBucket(plant, nowMs)
  return { tone: expiryMeanings[bucket].tone, ...expiryTitles[bucket] }
}

function alertFindings(alert: Alert, index: number): Finding[] {
  const { severity, acknowledgedBy } = alert
  const { label, tone } = meaningOf(severityMeanings, severity, isUnreadable(alert, 'severity'))
  const key = `alert ${index}`
  const subject = isUnreadable(alert, 'message') ? '(unreadable message)' : alert.message
  const about = { kind: 'alert', subject } as const
  return [
    {
      ...about,
      key: `${key} raised`,
      tone: isResolved(alert) ? 'neutral' : tone,
      title: `Alert raised: ${label}`,
      at: memberOf(alert, 'createdAt'),
    },
    {
      ...about,
      key: `${key} acknowledged`,
      tone: 'info',
      title: 'Alert acknowledged',
      note: acknowledgedBy ? `By ${acknowledgedBy}` : undefined,
      at: memberOf(alert, 'acknowledgedAt'),
    },
    {
      ...about,
      key: `${key} resolved`,
      tone: 'ok',
      title: 'Alert resolved',
      at: memberOf(alert, 'resolvedAt'),
    },
  ]
}

function commandFindings(logged: Command, index: number): Finding[] {
  const { command } = logged
  const subject = isUnreadable(logged, 'command') ? '(unreadable command)' : command
  const about = { kind: 'command', tone: 'neutral', subject } as const
  const key = `command ${index}`
  const shown = shownTimeMember(logged)
  const sent: Finding = {
    ...about,
    key,
    title: shown === 'sentAt' ? 'Command sent' : 'Command recorded, send time missing',
    note: commandNote(logged),
    at: memberOf(logged, shown),
  }
  if (answerOf(logged).kind !== 'separate') return [sent]
  const acknowledged: Finding = {
    ...about,
    key: `${key} acked`,
    title: 'Command acknowledged',
    note: responseStatusText(logged),
    at: memberOf(logged, 'ackedAt'),
  }
  return [sent, acknowledged]
}
