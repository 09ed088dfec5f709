import { severityMeanings } from '@/domain/alerts/alert-severity'
import { expiryBucket, expiryMeanings } from '@/domain/credentials/certificate-expiry'
import { secretGraceEndsMs } from '@/domain/actions/plant-actions'
import { type Tone, meaningOf } from '@/domain/status/tone'
import type { Alert } from '@/api/alerts'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { formatCount } from '@/lib/format-count'
import { minuteMs, readInstant, secondMs } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'
import { isUnreadable, memberOf, unreadableMember } from '@/lib/unreadable'

/** What an entry is about; decides its picture. */
export type TimelineKind = 'life' | 'contact' | 'credentials' | 'alert' | 'command'

/** One thing that happened to a plant or is to happen. */
export interface TimelineEntry {
  key: string
  kind: TimelineKind
  tone: Tone
  title: string
  /** What it is about in somebody else's words: an alert's message, a command's name. */
  subject?: string | undefined
  note?: string | undefined
  /** Unix ms. */
  atMs: number
}

/** An entry whose time cannot be read, with the text that the server sent for it; null for what is no text. */
export type UndatedEntry = Omit<TimelineEntry, 'atMs'> & { sent: string | null }

/** Everything known of a plant's past and future, the latest first in each. */
export interface PlantTimeline {
  ahead: TimelineEntry[]
  past: TimelineEntry[]
  undated: UndatedEntry[]
}

/** An entry as it is found: its time not yet read. */
interface Finding extends Omit<TimelineEntry, 'atMs' | 'key'> {
  key: string
  /** `unreadableMember` for what came in no form of a time. */
  at: string | number | typeof unreadableMember | null | undefined
  /** Nothing but a plan can lie ahead; a deed that seems to is told by a clock that is ahead of ours. */
  isPlan?: boolean
}

/** Ours: an acknowledgement that came sooner stands with its command, a later one by itself. */
const promptMs = minuteMs

/** What is known of a plant at a moment, from its own dates, its alerts and the given commands. */
export function plantTimeline(
  plant: PlantDetail,
  commands: readonly Command[],
  nowMs: number,
): PlantTimeline {
  const timeline: PlantTimeline = { ahead: [], past: [], undated: [] }
  const findings = [
    ...lifeFindings(plant),
    ...credentialFindings(plant, nowMs),
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
  const note = 'Its date lies in the future: a clock is wrong'
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
    // A plant that was never changed was "changed" when it was created.
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

function credentialFindings(plant: PlantDetail, nowMs: number): Finding[] {
  const { authFailureCount } = plant
  const kind = 'credentials'
  const graceEndsMs = secretGraceEndsMs(plant, nowMs)
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
            title: 'The former secret ends',
            // The answer to the rotation may have said otherwise, and the platform keeps no record of it.
            note: 'As documented: an hour after the rotation',
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

function expiryWords(plant: PlantDetail, nowMs: number): Pick<Finding, 'tone' | 'title' | 'note'> {
  const bucket = expiryBucket(plant, nowMs)
  const { tone } = expiryMeanings[bucket]
  if (bucket === 'revoked') return { tone, title: 'End of its certificate', note: 'It is revoked' }
  if (bucket === 'unreadable') return { tone, title: 'End of its certificate' }
  return { tone, title: bucket === 'expired' ? 'Certificate expired' : 'Certificate expires' }
}

function alertFindings(alert: Alert, index: number): Finding[] {
  const { severity, status, acknowledgedBy } = alert
  const { label, tone } = meaningOf(severityMeanings, severity, isUnreadable(alert, 'severity'))
  const key = `alert ${index}`
  const subject = isUnreadable(alert, 'message') ? '(unreadable message)' : alert.message
  const about = { kind: 'alert', subject } as const
  const isOver = status === 'RESOLVED'
  return [
    {
      ...about,
      key: `${key} raised`,
      tone: isOver ? 'neutral' : tone,
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

/** Nothing here is called a success: which response status means one is not documented. */
function commandFindings(logged: Command, index: number): Finding[] {
  const { command, responseStatus, sentAt, ackedAt } = logged
  const subject = isUnreadable(logged, 'command') ? '(unreadable command)' : command
  const about = { kind: 'command', tone: 'neutral', subject } as const
  const key = `command ${index}`
  const status = statusWords(logged)
  const isSent = isUnreadable(logged, 'sentAt') || readInstant(sentAt) !== null
  const at = memberOf(logged, isSent ? 'sentAt' : 'createdAt')
  const title = isSent ? 'Command sent' : 'Command recorded, no time of sending'
  const isAcked = isUnreadable(logged, 'ackedAt') || readInstant(ackedAt) !== null
  if (!isAcked) {
    const note = responseStatus ? `${status}, without a time` : 'No acknowledgement recorded'
    return [{ ...about, key, title, note, at }]
  }
  const roundTripMs = betweenMs(sentAt, ackedAt)
  if (roundTripMs !== undefined && roundTripMs >= 0 && roundTripMs < promptMs) {
    const seconds = (roundTripMs / secondMs).toFixed(1)
    return [{ ...about, key, title, note: `Acknowledged after ${seconds} s. ${status}`, at }]
  }
  return [
    { ...about, key, title, at },
    {
      ...about,
      key: `${key} acked`,
      title: 'Command acknowledged',
      note: status,
      at: memberOf(logged, 'ackedAt'),
    },
  ]
}

function statusWords(logged: Command): string {
  if (isUnreadable(logged, 'responseStatus')) return 'The response status is unreadable'
  return logged.responseStatus ? `Response: ${logged.responseStatus}` : 'Without a response status'
}

function betweenMs(from: string | null | undefined, to: string | null | undefined) {
  const [fromMs, toMs] = [readInstant(from), readInstant(to)]
  return typeof fromMs === 'number' && typeof toMs === 'number' ? toMs - fromMs : undefined
}
