interface FieldErrors {
  fields: Record<string, string>
  rest: string[]
}

const deepest = 8
const maxMessages = 50
const maxNodes = 2_000
const maxMessageLength = 500
const wrappers = new Set(
  'body json data errors issues details fieldErrors formErrors properties _errors'.split(' '),
)
const messageKeys = ['message', 'msg', 'reason', 'error', 'description']
const pathKeys = ['path', 'loc', 'field', 'property', 'param', 'instancePath', 'pointer']

/** Sorts the `details` of a 400, of any shape, by the form's `fields`. Never throws; depth, number and length are bounded. */
export function fieldErrors(details: unknown, fields: readonly string[]): FieldErrors {
  const collector = new Collector(fields)
  collector.walk(details, [], 0)
  return collector.result()
}

class Collector {
  private readonly byField = new Map<string, string[]>()
  private readonly rest = new Set<string>()
  private readonly known: ReadonlySet<string>
  private nodes = 0
  private messages = 0

  constructor(fields: readonly string[]) {
    this.known = new Set(fields)
  }

  result(): FieldErrors {
    const joined = new Map<string, string>()
    for (const [field, messages] of this.byField) joined.set(field, clip(messages.join('; ')))
    return { fields: Object.fromEntries(joined), rest: [...this.rest] }
  }

  walk(value: unknown, path: readonly string[], depth: number): void {
    this.nodes += 1
    if (depth > deepest || this.nodes > maxNodes || this.messages >= maxMessages) return
    if (typeof value === 'string') this.readText(value, path)
    else if (Array.isArray(value)) this.walkList(value, path, depth)
    else if (typeof value === 'object' && value !== null) this.walkObject(value, path, depth)
  }

  private walkList(list: readonly unknown[], path: readonly string[], depth: number): void {
    for (const item of list.slice(0, maxNodes)) this.walk(item, path, depth + 1)
  }

  private walkObject(value: object, path: readonly string[], depth: number): void {
    const entries = Object.entries(value)
    const given = new Map<string, unknown>(entries)
    const message = messageKeys
      .map((key) => given.get(key))
      .find((text) => typeof text === 'string')
    const pathKey = pathKeys.find((key) => isPath(given.get(key)))
    // `{ error: "…" }` may also be a map with a field named `error`, so a message needs a path or a list.
    if (typeof message === 'string' && pathKey !== undefined) {
      this.add(message, [...path, ...toSteps(given.get(pathKey))])
      return
    }
    for (const [key, inner] of entries.slice(0, maxNodes)) {
      const isOwnMessage = messageKeys.includes(key) && !this.known.has(key)
      this.walk(inner, isOwnMessage ? path : [...path, key], depth + 1)
    }
  }

  private readText(text: string, path: readonly string[]): void {
    const match = /^([\w$.[\]/-]{1,200}):\s*(\S.*)$/s.exec(text.slice(0, 2 * maxMessageLength))
    if (match && this.findField(path) === undefined) {
      const [, where = '', message = ''] = match
      if (this.findField(toSteps(where)) !== undefined) {
        this.add(message, toSteps(where))
        return
      }
    }
    this.add(text, path)
  }

  private add(text: string, path: readonly string[]): void {
    const message = clip(text.trim())
    if (message === '') return
    this.messages += 1
    const field = this.findField(path)
    if (field === undefined) {
      const where = path.filter((step) => !wrappers.has(step) && !/^\d+$/.test(step)).join('.')
      this.rest.add(where === '' ? message : clip(`${where}: ${message}`))
      return
    }
    const messages = this.byField.get(field) ?? []
    if (!messages.includes(message)) this.byField.set(field, [...messages, message])
  }

  private findField(path: readonly string[]): string | undefined {
    const first = path.find((step) => this.known.has(step) || !isWrapper(step))
    return first !== undefined && this.known.has(first) ? first : undefined
  }
}

function isWrapper(step: string): boolean {
  return wrappers.has(step) || /^\d+$/.test(step)
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value)
}

/** Splits `body.name`, `/name`, `signals[0].bit` or `["body", "name"]` into steps. */
function toSteps(path: unknown): string[] {
  if (typeof path === 'string')
    return path
      .slice(0, 200)
      .split(/[.[\]/]+/)
      .filter(Boolean)
  if (!Array.isArray(path)) return []
  return path.slice(0, deepest).flatMap((step: unknown) => {
    if (typeof step === 'number') return [String(step)]
    return typeof step === 'string' ? toSteps(step) : []
  })
}

function clip(text: string): string {
  return text.length > maxMessageLength ? `${text.slice(0, maxMessageLength - 1)}…` : text
}
