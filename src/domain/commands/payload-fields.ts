import {
  type PayloadModel,
  isExample,
  parameterFindings,
  parameterNames,
} from './parameter-findings'
import { type PayloadMember, isOfKind, payloadMembers } from './payload-members'
import { allowedText } from '@/domain/plant/action-parameters'

/** A field of a form for a parameter. */
export interface PayloadField extends PayloadMember {
  /** The template's description of it. */
  hint: string
  /** A contradiction between its value and the template. */
  finding: string | undefined
}

/** A payload as a form shows it. */
interface PayloadReview {
  /** Empty when a form can't hold the payload. */
  fields: PayloadField[]
  /** Contradictions to the template that concern none of the fields. */
  findings: string[]
  isExample: boolean
}

const notANumber = 'Not a number, so it is sent as text.'

/** Lays a payload out as fields, according to the template; parameters that are missing have empty fields. */
export function reviewPayload(payload: string, model: PayloadModel): PayloadReview {
  const all = parameterFindings(payload, model)
  // A field that is still empty isn't a mistake, nor is a payload that isn't begun; the confirmation warns of both.
  const findings = all.filter(({ isMissing }) => !isMissing)
  const members = payloadMembers(payload) ?? []
  const fields = membersByTemplate(payload, model).map((member): PayloadField => {
    const { name, kind, value } = member
    const isGiven = members.some((one) => one.name === name)
    const isOdd = isGiven && !isOfKind(kind, value)
    const finding = findings.find((one) => one.name === name)?.text
    return { ...member, hint: hintOf(name, model, isGiven), finding: isOdd ? notANumber : finding }
  })
  const named = new Set(fields.map(({ name }) => name))
  return {
    fields,
    findings: (payload.trim() === '' ? findings : all).flatMap(({ name, text }) =>
      named.has(name) ? [] : text,
    ),
    isExample: isExample(payload, model),
  }
}

/** The template says what is a number, also while its field is empty. */
function membersByTemplate(payload: string, model: PayloadModel): PayloadMember[] {
  const members = payloadMembers(payload)
  const names = parameterNames(model)
  if (!members || names.length === 0) return []
  const examples = payloadMembers(model.payload ?? '') ?? []
  const kindOf = (name: string) =>
    model.parameters.find((one) => one.name === name)?.kind ??
    examples.find((one) => one.name === name)?.kind
  const given = members.map((member) => ({ ...member, kind: kindOf(member.name) ?? member.kind }))
  const missing = names.flatMap((name): PayloadMember[] => {
    const kind = kindOf(name)
    // An empty checkbox would look like a false one.
    const isShown = kind === 'number' || kind === 'text'
    return isShown && !given.some((one) => one.name === name) ? [{ name, kind, value: '' }] : []
  })
  return [...given, ...missing]
}

function hintOf(name: string, { parameters, payload }: PayloadModel, isGiven: boolean): string {
  const parameter = parameters.find((one) => one.name === name)
  const isRequired = parameter?.isRequired === true && !isGiven
  const allowed = parameter ? allowedText(parameter) : ''
  const example = payloadMembers(payload ?? '')?.find((one) => one.name === name)?.value
  const parts = [
    isRequired ? 'required by the template' : '',
    allowed,
    example ? `example: ${example}` : '',
  ]
  const text = parts.filter(Boolean).join('; ')
  return text && `${text[0]?.toUpperCase()}${text.slice(1)}`
}
