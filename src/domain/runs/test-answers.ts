// JSON values as models, which are printed in any layout: an answer's expected group follows from its model.
import { fc } from '@/lib/test-properties'

/** A JSON value; a number has its source text. */
export type JsonModel =
  | { number: string }
  | { string: string }
  | { word: 'true' | 'false' | 'null' }
  | { list: JsonModel[] }
  | { members: [string, JsonModel][] }

const leaf: fc.Arbitrary<JsonModel> = fc.oneof(
  fc
    .constantFrom('1', '1.0', '1e0', '-0', '0', '9007199254740993', '9007199254740992')
    .map((number) => ({ number })),
  fc
    .constantFrom('1', '', 'a', '2.4.1', '"', '\\', '\n', '{"a":1}', 'é')
    .map((string) => ({ string })),
  fc.constantFrom('true' as const, 'false' as const, 'null' as const).map((word) => ({ word })),
)

const memberName = fc.constantFrom('a', 'b', 'c', 'a.b', 'a (2)', '', '__proto__', 'é', '=x', 'msg')

/** Returns objects with values to a depth. */
export function objectModel(depth: number): fc.Arbitrary<JsonModel> {
  const value =
    depth === 0
      ? leaf
      : fc.oneof(
          leaf,
          objectModel(depth - 1),
          fc.array(leaf, { maxLength: 3 }).map((list) => ({ list })),
        )
  return fc
    .uniqueArray(fc.tuple(memberName, value), { maxLength: 4, selector: ([name]) => name })
    .map((members) => ({ members }))
}

/** Prints a value; the numbers of `layout` choose blanks, the order of members, and escapes. */
export function printModel(model: JsonModel, layout: readonly number[]): string {
  let used = 0
  const next = (below: number) => (layout[(used += 1) % Math.max(layout.length, 1)] ?? 0) % below
  const blank = () => ['', ' ', '\n', '\t ', ''][next(5)] ?? ''
  const string = (text: string) =>
    text === 'a' && next(2) === 1 ? '"\\u0061"' : JSON.stringify(text)
  const print = (one: JsonModel): string => {
    if ('number' in one) return one.number
    if ('string' in one) return string(one.string)
    if ('word' in one) return one.word
    if ('list' in one)
      return `[${one.list.map((item) => blank() + print(item) + blank()).join(',')}]`
    const turn = next(Math.max(one.members.length, 1))
    const members = [...one.members.slice(turn), ...one.members.slice(0, turn)]
    const parts = members.map(
      ([name, value]) => `${blank()}${string(name)}${blank()}:${blank()}${print(value)}${blank()}`,
    )
    return `{${parts.join(',')}}`
  }
  return blank() + print(model) + blank()
}

/** Returns a text that only equal values share. */
export function modelKey(model: JsonModel): string {
  if (!('members' in model)) {
    return 'list' in model
      ? `list of ${JSON.stringify(model.list.map(modelKey))}`
      : JSON.stringify(model)
  }
  const members = model.members.map(([name, value]) => JSON.stringify([name, modelKey(value)]))
  return `members ${JSON.stringify(members.toSorted())}`
}
