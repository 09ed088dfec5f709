import type { CommandContent } from './sent-command'
import { compactJson } from '@/lib/json-layout'
import { endOfToken } from '@/lib/json-scan'
import { parseJson } from '@/lib/json-text'
import { type JsonNode, readJsonTree } from '@/lib/json-tree'

/** A command to fill the form with again. */
interface RecentCommand {
  content: CommandContent
  /** Short, and different for each. */
  label: string
}

const longestPayload = 32

/** Lists the latest different commands, latest first; labels begin with what tells equal commands apart. */
export function recentCommands(contents: readonly CommandContent[], most: number): RecentCommand[] {
  const byText = new Map<string, CommandContent>()
  for (const content of contents) {
    const { command, target = '', payload = '' } = content
    const key = JSON.stringify([command, target, compactJson(payload)])
    if (!byText.has(key)) byText.set(key, content)
  }
  const shown = [...byText.values()].slice(0, most)
  const labels = shown.map((content) => labelOf(content, shown))
  return shown.map((content, at) => {
    const label = labels[at] ?? ''
    const before = labels.slice(0, at).filter((other) => other === label).length
    return { content, label: before === 0 ? label : `${label} (${before + 1})` }
  })
}

function labelOf(content: CommandContent, shown: readonly CommandContent[]): string {
  const { command, target, payload = '' } = content
  const others = shown.filter((one) => one !== content && one.command === command)
  const text = payloadText(
    payload,
    others.map((other) => other.payload ?? ''),
  )
  return [command, target, text].filter(Boolean).join(' · ')
}

/** The members that differ come first, because a long payload loses its end. */
function payloadText(payload: string, others: readonly string[]): string {
  const members = membersOf(payload)
  if (!members) return cut(compactJson(payload))
  const differing = (member: string) => others.some((other) => !membersOf(other)?.includes(member))
  const first = members.filter(differing)
  const rest = members.filter((member) => !differing(member))
  return cut([...first, ...rest].join(', '))
}

/** Returns the members of an object as "name value"; undefined for other payloads. */
function membersOf(payload: string): string[] | undefined {
  const root = parseJson(payload) === undefined ? undefined : readJsonTree(payload)
  if (root?.kind !== 'object') return undefined
  return root.children.map((node) => `${node.name} ${valueText(payload, node)}`)
}

function valueText(payload: string, { kind, text, at }: JsonNode): string {
  if (kind !== 'object' && kind !== 'array') return text
  let depth = 0
  let end = at
  do {
    const char = payload[end] ?? ''
    if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') depth -= 1
    end = endOfToken(payload, end)
  } while (depth > 0)
  return compactJson(payload.slice(at, end))
}

function cut(text: string): string {
  return text.length > longestPayload ? `${text.slice(0, longestPayload - 1)}…` : text
}
