import { commandChoices } from './command-names'
import { commandAgeMs, commandTimeMs, latestFirst } from './command-time'
import { type CommandWarning, connectionWarnings } from './connection-warnings'
import { type HistoryReading, showsLatest } from './history-coverage'
import { isExample, parameterFindings } from './parameter-findings'
import { repetitionText, inexactText } from './payload-check'
import { repetitionOf } from './repeated-command'
import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { minuteMs } from '@/lib/instants'

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
  /** Their targets, by ID. */
  ownTargets: ReadonlyMap<string, string | undefined>
  targetKey: string | null
  /** Unix ms, server's clock. */
  nowMs: number
}

const orderText =
  'The history doesn’t list the latest commands first, so commands sent a moment ago may be missing here.'
const repetitionTexts = {
  same: 'The same command was recorded',
  'target-unknown': 'The same command, to a target that the history doesn’t show, was recorded',
}
const exampleText = 'The values are the template’s examples, unchanged.'
const repeatedWithinMs = minuteMs
const othersWithinMs = 5 * minuteMs

/** Lists what speaks against sending a command now, most important first. Commands aren't retained (platform's document). */
export function commandWarnings(situation: Situation): CommandWarning[] {
  return [
    ...targetWarnings(situation),
    ...connectionWarnings(situation.plant, situation.nowMs),
    ...payloadWarnings(situation),
    ...actionWarnings(situation),
    ...repetitionWarnings(situation),
    ...othersWarnings(situation),
  ]
}

function targetWarnings({ lostTarget }: Situation): CommandWarning[] {
  if (lostTarget === undefined) return []
  const text = `The command was written for the target ${lostTarget}, which isn’t sent. It goes to the whole plant.`
  return [{ key: 'target', text }]
}

function payloadWarnings(situation: Situation): CommandWarning[] {
  const { writtenFor, content } = situation
  const warnings: CommandWarning[] = []
  if (writtenFor) {
    warnings.push({ key: 'payload', text: `The payload was written for ${writtenFor}.` })
  }
  const text = repetitionText(content.payload ?? '')
  if (text !== undefined) warnings.push({ key: 'repeated-name', text })
  const inexact = inexactText(content.payload ?? '')
  if (inexact !== undefined) warnings.push({ key: 'inexact', text: inexact })
  return [...warnings, ...parameterWarnings(situation)].map((one) => ({
    ...one,
    isOfPayload: true,
  }))
}

function choiceOf({ content, plant }: Situation) {
  return commandChoices(plant).find(({ command }) => command === content.command)
}

function actionWarnings(situation: Situation): CommandWarning[] {
  if (choiceOf(situation)?.source === 'template') return []
  const { content, plant } = situation
  const text = `${content.command} isn’t among the actions of the plant’s template.`
  const isListed = commandChoices(plant).some(({ source }) => source === 'template')
  return isListed ? [{ key: 'action', text }] : []
}

/** By the template of the plant; the plant itself may take more, or less. */
function parameterWarnings(situation: Situation): CommandWarning[] {
  const choice = choiceOf(situation)
  if (choice?.source !== 'template') return []
  const { payload = '' } = situation.content
  const findings = parameterFindings(payload, choice)
  const warnings = findings.map(({ text }, at) => ({ key: `parameter-${at}`, text }))
  return isExample(payload, choice)
    ? [{ key: 'example', text: exampleText }, ...warnings]
    : warnings
}

function repetitionWarnings({ content, history, nowMs, ...targets }: Situation): CommandWarning[] {
  const recent = latestFirst(history?.commands ?? []).filter((row) =>
    isWithin(repeatedWithinMs, row, nowMs),
  )
  const latestAs = (kind: keyof typeof repetitionTexts) =>
    recent.find((row) => repetitionOf(content, row, targets) === kind)
  const [same, alike] = [latestAs('same'), latestAs('target-unknown')]
  if (same) return [{ key: 'repeated', text: repetitionTexts.same, at: commandTimeMs(same) }]
  if (!alike) return []
  return [{ key: 'repeated', text: repetitionTexts['target-unknown'], at: commandTimeMs(alike) }]
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
