// The differences between two readings in words, for the page and for text to copy.
import { plantChangeRules } from './change-kinds'
import {
  type ChangeKind,
  type FleetChanges,
  type PlantChange,
  type ReadingBasis,
  changeKinds,
  isUnchanged,
  latestState,
} from './fleet-changes'
import { plantLabel } from '@/domain/plant/plant-name'
import { countOf, formatCount } from '@/lib/format-count'
import { isKeyOf } from '@/lib/look-up'
import type { Tone } from '@/lib/tone'

/** Formats Unix ms. */
type TimeText = (atMs: number) => string

const presenceWords = {
  disappeared: {
    tone: 'warn',
    words: ['plant is no longer in the list', 'plants are no longer in the list'],
  },
  appeared: { tone: 'info', words: ['plant is new in the list', 'plants are new in the list'] },
} as const

/** Returns the tone of a kind of change. */
export function changeTone(kind: ChangeKind): Tone {
  return isKeyOf(plantChangeRules, kind) ? plantChangeRules[kind].tone : presenceWords[kind].tone
}

/** Returns the heading of the plants with one kind of change: "41 plants went offline". */
export function changeHeading(kind: ChangeKind, count: number): string {
  const { words } = isKeyOf(plantChangeRules, kind) ? plantChangeRules[kind] : presenceWords[kind]
  return countOf(count, words[0], words[1])
}

/** Describes the change of one plant: "Online → Offline"; '' when the heading says all. */
export function changeDetail(
  kind: ChangeKind,
  { before, after }: PlantChange,
  timeText: TimeText,
): string {
  if (!isKeyOf(plantChangeRules, kind) || !before || !after) return ''
  const { valueOf } = plantChangeRules[kind]
  const [was, is] = [valueOf(before, timeText), valueOf(after, timeText)]
  return was === is ? is : `${was} → ${is}`
}

const basisWords: Record<ReadingBasis['basis'], string> = {
  complete: 'complete',
  probable: 'probably complete: the list was read once, without a change',
  incomplete: 'incomplete',
}

/** The limit of every comparison of two readings. */
const betweenWords =
  'Two readings show two moments: a plant that went offline and came back in between isn’t listed.'

/** Says what a comparison rests on, in sentences. */
export function changesBasis(changes: FleetChanges, timeText: TimeText): readonly string[] {
  const { from, to, compared, notReadAgain, unexplained } = changes
  const describe = ({ atMs, plants, basis }: ReadingBasis) =>
    `${timeText(atMs)}, ${countOf(plants, 'plant')} (${basisWords[basis]})`
  return [
    `Earlier reading: ${describe(from)}.`,
    `Later reading: ${describe(to)}.`,
    `${countOf(compared, 'plant is', 'plants are')} in both.`,
    ...(notReadAgain === 0
      ? []
      : [
          `${countOf(notReadAgain, 'of them was', 'of them were')} not read again, so changes there aren’t known.`,
        ]),
    ...(unexplained === 0
      ? []
      : [
          `${countOf(unexplained, 'plant is', 'plants are')} in only one of them, and an incomplete reading may have missed ${unexplained === 1 ? 'it' : 'them'}: nothing is concluded.`,
        ]),
    betweenWords,
  ]
}

interface MarkdownOptions {
  timeText: TimeText
  /** Makes invisible characters of untrusted text visible. */
  shown: (text: string) => string
  /** Plants to name for each kind; the rest is counted. */
  most: number
}

/** Returns the changes as Markdown, to paste into a ticket or a message. */
export function changesMarkdown(changes: FleetChanges, options: MarkdownOptions): string {
  const { from, to } = changes
  const { timeText } = options
  const sections = changeKinds.flatMap((kind) => sectionOf(kind, changes.changes[kind], options))
  return [
    `## Fleet changes, ${timeText(from.atMs)} to ${timeText(to.atMs)}`,
    '',
    ...(isUnchanged(changes) ? ['No changes found.', ''] : sections),
    ...changesBasis(changes, timeText).map((sentence) => `- ${sentence}`),
    '',
  ].join('\n')
}

function sectionOf(
  kind: ChangeKind,
  plants: readonly PlantChange[],
  { timeText, shown, most }: MarkdownOptions,
): readonly string[] {
  if (plants.length === 0) return []
  const lines = plants.slice(0, most).map((change) => {
    const state = latestState(change)
    const label = plantLabel(state)
    const { serialNumber } = state
    const serial = serialNumber === label || !serialNumber ? '' : ` (${code(shown(serialNumber))})`
    const detail = shown(changeDetail(kind, change, timeText))
    return `- ${code(shown(label))}${serial}${detail === '' ? '' : `: ${plain(detail)}`}`
  })
  const rest = plants.length - lines.length
  const more = rest > 0 ? [`- and ${formatCount(rest)} more`] : []
  return [`### ${changeHeading(kind, plants.length)}`, '', ...lines, ...more, '']
}

/** Lifecycles and connections may be any text of the server; our own words and times need no marks. */
function plain(detail: string): string {
  return /^[\w :,.+→()-]*$/.test(detail) ? detail : code(detail)
}

/** Returns text as code, in which Markdown makes no link or format of it. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  const runs = line.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') || line.trim() === '' ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}
