import { commandAgeMs, commandTimeMs, latestFirst } from './command-time'
import { repetitionText } from './payload-check'
import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { connectionMeaning, isSilent, wasNeverSeen } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { minuteMs } from '@/lib/instants'
import { isSameJson } from '@/lib/same-json'

/** Something to know before a command is sent. */
interface CommandWarning {
  key: string
  text: string
  /** The time the text refers to, as the API sent it or in Unix ms. */
  at?: string | number | null | undefined
}

interface Situation {
  content: CommandContent
  /** The command that the payload was written for, if it is another one. */
  writtenFor?: string | undefined
  /** The target that it was written for, if the config names no member for targets. */
  lostTarget?: string | undefined
  plant: PlantDetail
  /** The latest commands of the plant; undefined when they couldn't be read. */
  history: readonly Command[] | undefined
  /** IDs of the commands that this browser has sent. */
  ownIds: ReadonlySet<string>
  /** Unix ms, server's clock. */
  nowMs: number
}

const repeatedWithinMs = minuteMs
const othersWithinMs = 5 * minuteMs

/** Lists what speaks against sending a command now, most important first. Commands aren't retained (platform's document). */
export function commandWarnings(situation: Situation): CommandWarning[] {
  return [
    ...targetWarnings(situation),
    ...connectionWarnings(situation),
    ...payloadWarnings(situation),
    ...repetitionWarnings(situation),
    ...othersWarnings(situation),
  ]
}

function targetWarnings({ lostTarget }: Situation): CommandWarning[] {
  if (lostTarget === undefined) return []
  const text = `The command was written for the target ${lostTarget}, which isn’t sent. It goes to the whole plant.`
  return [{ key: 'target', text }]
}

function connectionWarnings({ plant, nowMs }: Situation): CommandWarning[] {
  const { status, lifecycleStatus, lastSeenAt: at } = plant
  const warnings: CommandWarning[] = []
  if (lifecycleStatus !== 'ACTIVE') {
    const { label } = lifecycleMeaning(plant)
    warnings.push({
      key: 'lifecycle',
      text: `The plant’s lifecycle is ${label}, so it may not be able to receive commands.`,
    })
  }
  if (status === 'OFFLINE') {
    const text = 'The plant is offline. The command isn’t kept for it and may never arrive.'
    if (wasNeverSeen(plant))
      warnings.push({ key: 'offline', text: `${text} It has never connected.` })
    else warnings.push({ key: 'offline', text: `${text} It was last seen`, at })
  } else if (isSilent(plant, nowMs)) {
    warnings.push({ key: 'silent', text: 'The plant is silent. It was last seen', at })
  } else if (status !== 'ONLINE') {
    const { label } = connectionMeaning(plant)
    warnings.push({ key: 'connection', text: `The plant’s connection is ${label}.` })
  }
  return warnings
}

function payloadWarnings({ writtenFor, content }: Situation): CommandWarning[] {
  const warnings: CommandWarning[] = []
  if (writtenFor) {
    warnings.push({ key: 'payload', text: `The payload was written for ${writtenFor}.` })
  }
  const text = repetitionText(content.payload ?? '')
  if (text !== undefined) warnings.push({ key: 'repeated-name', text })
  return warnings
}

function repetitionWarnings({ content, history = [], nowMs }: Situation): CommandWarning[] {
  const same = latestFirst(history).find(
    (row) =>
      row.command === content.command &&
      isSameJson(row.payload ?? '{}', content.payload ?? '{}') &&
      isWithin(repeatedWithinMs, row, nowMs),
  )
  if (!same) return []
  return [{ key: 'repeated', text: 'The same command was recorded', at: commandTimeMs(same) }]
}

function othersWarnings({ history, ownIds, nowMs }: Situation): CommandWarning[] {
  if (history === undefined) {
    return [
      {
        key: 'history',
        text: 'The command history couldn’t be loaded. If the response is lost, it may stay unclear whether the command was sent.',
      },
    ]
  }
  const others = latestFirst(history).filter(
    (row) => !ownIds.has(row.id) && isWithin(othersWithinMs, row, nowMs),
  )
  const latest = others[0]
  if (!latest) return []
  const names = [
    ...new Set(others.map(({ command }) => command || 'a command with an unreadable name')),
  ]
  return [
    {
      key: 'others',
      text: `Sent in the last ${othersWithinMs / minuteMs} minutes, not from this browser: ${names.join(', ')}; the latest`,
      at: commandTimeMs(latest),
    },
  ]
}

function isWithin(maxMs: number, row: Command, nowMs: number): boolean {
  return (commandAgeMs(row, nowMs) ?? Infinity) < maxMs
}
