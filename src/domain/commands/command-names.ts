import type { PayloadModel } from './parameter-findings'
import type { PlantDetail } from '@/api/plant-schemas'
import { readAction } from '@/domain/plant/template-parts'

/** A command to choose, with what the plant's template says about its payload. */
interface CommandChoice extends PayloadModel {
  command: string
  label: string
  source: 'template' | 'platform'
}

/** Commands of the platform itself (platform's document, "Known command names"), and `reboot` of the API's example. */
const platformCommands = [
  'CHARGE',
  'DISCHARGE',
  'HOLD',
  'CHARGE_ONLY',
  'DISCHARGE_ONLY',
  'CONTINUOUS_CHARGE',
  'DEFAULT',
  'SET_SOC_LIMITS',
  'SET_OVERFLOW',
  'CANCEL_ALL',
  'SCHEDULE',
  'SET_TELEMETRY_INTERVAL',
  'SET_DEFAULTS',
  'GET_INFO',
  'reboot',
]

/** Lists the actions of a plant's template, then the platform's other commands. Any other name can be sent as well. */
export function commandChoices({ template }: Pick<PlantDetail, 'template'>): CommandChoice[] {
  const own = (template?.actions ?? []).flatMap((item): CommandChoice[] => {
    const action = readAction(item)
    if (!('part' in action) || action.part.command === '') return []
    const { command, label, payload, parameters } = action.part
    return [{ command, label: label || command, payload, parameters, source: 'template' }]
  })
  const named = new Set(own.map(({ command }) => command))
  const others = platformCommands
    .filter((command) => !named.has(command))
    .map((command): CommandChoice => {
      return { command, label: command, payload: undefined, parameters: [], source: 'platform' }
    })
  return [...own, ...others]
}

/** Returns the choices whose command or label contains the typed text, those that begin with it first. */
export function matchingChoices(choices: readonly CommandChoice[], typed: string): CommandChoice[] {
  const wanted = typed.trim().toLowerCase()
  const rank = ({ command, label }: CommandChoice) => {
    const names = [command.toLowerCase(), label.toLowerCase()]
    if (names.some((name) => name.startsWith(wanted))) return 0
    return names.some((name) => name.includes(wanted)) ? 1 : undefined
  }
  return [0, 1].flatMap((place) => choices.filter((choice) => rank(choice) === place))
}
