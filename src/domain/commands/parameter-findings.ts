import { shortNumber } from './payload-check'
import { type ActionParameter, allowedText } from '@/domain/plant/action-parameters'
import { isEmptyObject } from '@/lib/json-scan'
import { parseJson } from '@/lib/json-text'
import { type JsonNode, readJsonTree } from '@/lib/json-tree'
import { isSameJson } from '@/lib/same-json'

/** Something odd about a parameter of a payload, which can be sent anyway. */
interface ParameterFinding {
  /** The member of the payload. */
  name: string
  text: string
  /** True when the payload doesn't have it. */
  isMissing?: true
}

/** The description of a command's payload in a template. */
export interface PayloadModel {
  /** An example, as JSON text. */
  payload: string | undefined
  parameters: readonly ActionParameter[]
}

type Kind = 'number' | 'text' | 'flag' | 'null' | 'object' | 'list'

const kindWords: Record<Kind, string> = {
  number: 'a number',
  text: 'a text',
  flag: 'true or false',
  null: 'null',
  object: 'an object',
  list: 'a list',
}

/** Our own limit: a number so many times the example's is probably in another unit, or a typing mistake. */
const farTimes = 100

/** Returns true when a payload still has the values of the template's example. */
export function isExample(payload: string, { payload: example }: PayloadModel): boolean {
  return example !== undefined && !isEmptyObject(example) && isSameJson(payload, example)
}

/** Compares a payload with what the template says about it: missing, unknown, mistyped and out-of-range parameters. */
export function parameterFindings(payload: string, model: PayloadModel): ParameterFinding[] {
  const example = objectIn(model.payload ?? '')
  const names = namesOf(model, example)
  const given = objectIn(payload.trim() === '' ? '{}' : payload)
  if (names.length === 0 || !given) return []
  const missing = names.flatMap((name) =>
    given.children.some((child) => child.name === name) ? [] : missingText(name, model, example),
  )
  const odd = given.children.flatMap((child): ParameterFinding[] => {
    const { name = '' } = child
    if (!names.includes(name)) {
      return [
        { name, text: `${name} isn’t among the template’s parameters (${names.join(', ')}).` },
      ]
    }
    const parameter = model.parameters.find((one) => one.name === name)
    const texts = parameter
      ? describedTexts(child, parameter)
      : textsByExample(child, childNamed(example, name), name)
    return texts.map((text) => ({ name, text }))
  })
  return [...missing, ...odd]
}

/** Returns the names of the parameters that a template gives, described ones first. */
export function parameterNames(model: PayloadModel): string[] {
  return namesOf(model, objectIn(model.payload ?? ''))
}

function namesOf({ parameters }: PayloadModel, example: JsonNode | undefined): string[] {
  const described = parameters.map(({ name }) => name)
  return [
    ...new Set([...described, ...(example?.children ?? []).flatMap(({ name }) => name ?? [])]),
  ]
}

function missingText(
  name: string,
  { parameters }: PayloadModel,
  example: JsonNode | undefined,
): ParameterFinding[] {
  const parameter = parameters.find((one) => one.name === name)
  if (parameter?.isRequired) {
    return [{ name, text: `${name} is missing; the template requires it.`, isMissing: true }]
  }
  const isOptional = parameter !== undefined || childNamed(example, name) === undefined
  const text = `${name} is missing; the template’s example has it.`
  return isOptional ? [] : [{ name, text, isMissing: true }]
}

function describedTexts(given: JsonNode, parameter: ActionParameter): string[] {
  const { name, kind, isInteger, least, most, choices } = parameter
  if (choices && !choices.some((choice) => String(choice) === given.text)) {
    return [`${name} isn’t one of the template’s values (${choices.join(', ')}).`]
  }
  if (kind !== undefined && kind !== kindOf(given)) {
    return [`${name} is ${kindWords[kindOf(given)]}; the template asks for ${kindWords[kind]}.`]
  }
  if (given.kind !== 'number') return []
  const value = Number(given.text)
  const isInRange =
    (!least || (least.isOpen ? value > least.value : value >= least.value)) &&
    (!most || (most.isOpen ? value < most.value : value <= most.value)) &&
    (!isInteger || Number.isInteger(value))
  if (isInRange) return []
  return [`${name} is ${shortNumber(given.text)}; the template allows: ${allowedText(parameter)}.`]
}

function textsByExample(given: JsonNode, example: JsonNode | undefined, path: string): string[] {
  if (!example) return []
  const [kind, exampleKind] = [kindOf(given), kindOf(example)]
  if (kind !== exampleKind) {
    return exampleKind === 'null'
      ? []
      : [
          `${path} is ${kindWords[kind]}; in the template’s example it is ${kindWords[exampleKind]}.`,
        ]
  }
  if (kind === 'number') return numberTexts(given.text, example.text, path)
  if (kind === 'list') {
    const [item] = example.children
    return given.children.flatMap((child, at) => textsByExample(child, item, `${path}[${at}]`))
  }
  return given.children.flatMap((child) =>
    textsByExample(child, childNamed(example, child.name), `${path}.${child.name}`),
  )
}

function numberTexts(source: string, exampleSource: string, path: string): string[] {
  const [value, example] = [Number(source), Number(exampleSource)]
  const said = `the template’s example is ${shortNumber(exampleSource)}`
  if (value * example < 0) return [`${path} is ${shortNumber(source)}; ${said}.`]
  const isFar = example !== 0 && Math.abs(value) > farTimes * Math.abs(example)
  return isFar
    ? [
        `${path} is ${shortNumber(source)}, over 100 times the template’s example (${shortNumber(exampleSource)}).`,
      ]
    : []
}

function objectIn(text: string): JsonNode | undefined {
  const root = parseJson(text) === undefined ? undefined : readJsonTree(text)
  return root?.kind === 'object' ? root : undefined
}

function childNamed(node: JsonNode | undefined, name: string | undefined): JsonNode | undefined {
  return node?.children.find((child) => child.name === name)
}

function kindOf({ kind, text }: JsonNode): Kind {
  if (kind === 'string') return 'text'
  if (kind === 'array') return 'list'
  if (kind === 'literal') return text === 'null' ? 'null' : 'flag'
  return kind
}
