import { severityMeanings } from './alert-severity'
import { expiryBucket, expiryMeanings } from './certificate-expiry'
import { secretGraceEndsMs } from './plant-actions'
import { type Tone, meaningOf } from './tone'
import type { Alert } from '@/api/alerts'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { formatCount } from '@/lib/format-count'
import { minuteMs, readInstant, secondMs } from '@/lib/instants'

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

/** An entry whose time cannot be read, with what the server sent for it. */
export type UndatedEntry = Omit<TimelineEntry, 'atMs'> & { sent: string }

/** Everything known of a plant's past and future, the latest first in each. */
export interface PlantTimeline {
  ahead: TimelineEntry[]
  past: TimelineEntry[]
  undated: UndatedEntry[]
}

/** An entry as it is found: its time not yet read. */
interface Finding extends Omit<TimelineEntry, 'atMs' | 'key'> {
  key: string
  at: string | number | null | undefined
  /** Nothing but a plan can lie ahead; a deed that seems to is told by a clock that is ahead of ours. */
  isPlan?: boolean
}

/** Ours: as far as the platform's clock may be ahead of this browser's before a deed is called "ahead". */
const clockSkewMs = 5 * minuteMs
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
    ...(plant.alerts ?? []).flatMap(alertFindings),
    ...commands.flatMap(commandFindings),
  ]
  for (const { at, isPlan = false, ...entry } of findings) {
    const atMs = readInstant(at)
    if (atMs === undefined) timeline.undated.push({ ...entry, sent: String(at) })
    if (typeof atMs !== 'number') continue
    const isAhead = atMs > nowMs + (isPlan ? 0 : clockSkewMs)
    if (isAhead) timeline.ahead.push(isPlan ? { ...entry, atMs } : contradicted({ ...entry, atMs }))
    else timeline.past.push({ ...entry, atMs })
  }
  timeline.ahead.sort(latestFirst)
  timeline.past.sort(latestFirst)
  return timeline
}

/** A timeline's entries nearest to now, and how many it has besides. */
export function nearestEntries(
  { ahead, past, undated }: PlantTimeline,
  most: { ahead: number; past: number },
): PlantTimeline & { left: number } {
  const near = { ahead: ahead.slice(-most.ahead), past: past.slice(0, most.past) }
  const left = ahead.length - near.ahead.length + past.length - near.past.length
  return { ...near, undated, left }
}

function latestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return b.atMs - a.atMs
}

function contradicted(entry: TimelineEntry): TimelineEntry {
  const note = 'Its date lies in the future: a clock is wrong'
  return { ...entry, tone: 'warn', note: entry.note ? `${entry.note}. ${note}` : note }
}

function lifeFindings(plant: PlantDetail): Finding[] {
  const { createdAt, activatedAt, updatedAt, lastSeenAt } = plant
  const life = { kind: 'life', tone: 'neutral' } as const
  const changed: Finding = { ...life, key: 'changed', title: 'Last changed', at: updatedAt }
  return [
    { ...life, key: 'created', title: 'Created', at: createdAt },
    { ...life, key: 'activated', title: 'Activated', at: activatedAt },
    // A plant that was never changed was "changed" when it was created.
    ...(readInstant(updatedAt) === readInstant(createdAt) ? [] : [changed]),
    { ...life, key: 'seen', kind: 'contact', title: 'Last seen', at: lastSeenAt },
  ]
}

function credentialFindings(plant: PlantDetail, nowMs: number): Finding[] {
  const { secretRotatedAt, lastAuthFailureAt, authFailureCount, certificateExpiresAt } = plant
  const kind = 'credentials'
  const graceEndsMs = secretGraceEndsMs(plant, nowMs)
  const count = authFailureCount ?? 0
  return [
    {
      key: 'rotated',
      kind,
      tone: 'neutral',
      title: 'Secret rotated',
      at: secretRotatedAt,
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
      at: lastAuthFailureAt,
    },
    { key: 'expiry', kind, ...expiryWords(plant, nowMs), at: certificateExpiresAt, isPlan: true },
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
  const { severity, status, createdAt, acknowledgedAt, acknowledgedBy, resolvedAt } = alert
  const { label, tone } = meaningOf(severityMeanings, severity)
  const key = `alert ${index}`
  const about = { kind: 'alert', subject: alert.message } as const
  const isOver = status === 'RESOLVED'
  return [
    {
      ...about,
      key: `${key} raised`,
      tone: isOver ? 'neutral' : tone,
      title: `Alert raised: ${label}`,
      at: createdAt,
    },
    {
      ...about,
      key: `${key} acknowledged`,
      tone: 'info',
      title: 'Alert acknowledged',
      note: acknowledgedBy ? `By ${acknowledgedBy}` : undefined,
      at: acknowledgedAt,
    },
    { ...about, key: `${key} resolved`, tone: 'ok', title: 'Alert resolved', at: resolvedAt },
  ]
}

/** Nothing here is called a success: which response status means one is not documented. */
function commandFindings(logged: Command, index: number): Finding[] {
  const { command, responseStatus, sentAt, ackedAt, createdAt } = logged
  const about = { kind: 'command', tone: 'neutral', subject: command } as const
  const key = `command ${index}`
  const status = responseStatus ? `Response: ${responseStatus}` : 'Without a response status'
  const isSent = readInstant(sentAt) !== null
  const at = isSent ? sentAt : createdAt
  const title = isSent ? 'Command sent' : 'Command recorded, no time of sending'
  const isAcked = readInstant(ackedAt) !== null
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
    { ...about, key: `${key} acked`, title: 'Command acknowledged', note: status, at: ackedAt },
  ]
}

function betweenMs(from: string | null | undefined, to: string | null | undefined) {
  const [fromMs, toMs] = [readInstant(from), readInstant(to)]
  return typeof fromMs === 'number' && typeof toMs === 'number' ? toMs - fromMs : undefined
}
