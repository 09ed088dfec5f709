import { commandChoices } from './command-names'
import { commandAgeMs, commandTimeMs, latestFirst } from './command-time'
import { type CommandWarning, connectionWarnings } from './connection-warnings'
import { type HistoryReading, showsLatest } from './history-coverage'
import { isExample, parameterFindings } from './parameter-findings'
import { repetitionText, inexactText } from './payload-check'
import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { minuteMs } from '@/lib/instants'
import { isSameJson } from '@/lib/same-json'

interface Situation {
  content: CommandContent
  /** The command that the payload was written for, if it is another one. */
  writtenFor?: string | undefined
  /** The target that it was written for, if the config names no member for targets. */
  lostTarget?: string | undefined
  plant: PlantDetail
  /** The first page of the plant's history; undefined when it couldn't be read. */
  history: Pick<HistoryReading, 'commands' | 'hasMore'> | undefined
  /** IDs of the commands that this browser has sent. */
  ownIds: ReadonlySet<string>
  /** Unix ms, server's clock. */
  nowMs: number
}

const orderText =
  'The history doesn’t list the latest commands first, so commands sent a moment ago may be missing here.'
const exampleText = 'The values are the template’s examples, unchanged.'
const repeatedWithinMs = minuteMs
const othersWithinMs = 5 * minuteMs

/** Lists what speaks against sending a command now, most important first. Commands aren't retained (platform's document). */
export function commandWarnings(situation: Situation): CommandWarning[] {
  return [
    ...targetWarnings(situation),
    ...connectionWarnings(situation.plant, situation.nowMs),
    ...payloadWarnings(situation),
    ...parameterWarnings(situation),
    ...repetitionWarnings(situation),
    ...othersWarnings(situation),
  ]
}

function targetWarnings({ lostTarget }: Situation): CommandWarning[] {
  if (lostTarget === undefined) return []
  const text = `The command was written for the target ${lostTarget}, which isn’t sent. It goes to the whole plant.`
  return [{ key: 'target', text }]
}

function payloadWarnings({ writtenFor, content }: Situation): CommandWarning[] {
  const warnings: CommandWarning[] = []
  if (writtenFor) {
    warnings.push({ key: 'payload', text: `The payload was written for ${writtenFor}.` })
  }
  const text = repetitionText(content.payload ?? '')
  if (text !== undefined) warnings.push({ key: 'repeated-name', text })
  const inexact = inexactText(content.payload ?? '')
  if (inexact !== undefined) warnings.push({ key: 'inexact', text: inexact })
  return warnings
}

/** By the template of the plant; the plant itself may take more, or less. */
function parameterWarnings({ content, plant }: Situation): CommandWarning[] {
  const { command, payload = '' } = content
  const choices = commandChoices(plant)
  const choice = choices.find((one) => one.command === command)
  if (choice?.source !== 'template') {
    const isListed = choices.some(({ source }) => source === 'template')
    const text = `${command} isn’t among the actions of the plant’s template.`
    return isListed ? [{ key: 'action', text }] : []
  }
  const findings = parameterFindings(payload, choice)
  const warnings = findings.map(({ text }, at) => ({ key: `parameter-${at}`, text }))
  return isExample(payload, choice)
    ? [{ key: 'example', text: exampleText }, ...warnings]
    : warnings
}

function repetitionWarnings({ content, history, nowMs }: Situation): CommandWarning[] {
  const same = latestFirst(history?.commands ?? []).find(
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
  const order = showsLatest(history) ? [] : [{ key: 'order', text: orderText }]
  const others = latestFirst(history.commands).filter(
    (row) => !ownIds.has(row.id) && isWithin(othersWithinMs, row, nowMs),
  )
  const latest = others[0]
  if (!latest) return order
  const names = [
    ...new Set(others.map(({ command }) => command || 'a command with an unreadable name')),
  ]
  return [
    {
      key: 'others',
      text: `Sent in the last ${othersWithinMs / minuteMs} minutes, not from this browser: ${names.join(', ')}; the latest`,
      at: commandTimeMs(latest),
    },
    ...order,
  ]
}

function isWithin(maxMs: number, row: Command, nowMs: number): boolean {
  return (commandAgeMs(row, nowMs) ?? Infinity) < maxMs
}
