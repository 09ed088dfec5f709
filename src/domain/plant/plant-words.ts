import type { AuthMethod, PlantType } from '@/api/plant-schemas'
import { isKeyOf, lookUp } from '@/lib/look-up'

/** Opening of every message about a plant whose reading failed. */
export const plantNotLoaded = 'Couldn’t load the plant'

/** Labels of the plant types (contract: `PlantType`). */
export const plantTypeWords: Record<PlantType, string> = {
  SENSOR: 'Sensor',
  ACTUATOR: 'Actuator',
  GATEWAY: 'Gateway',
  CONTROLLER: 'Controller',
}

interface AuthMethodWords {
  label: string
  short: string
  hint: string
}

/** Labels of the authentication methods, and what each means for the installer. */
export const authMethodWords: Record<AuthMethod, AuthMethodWords> = {
  MTLS: {
    label: 'Certificate (MTLS)',
    short: 'MTLS',
    hint: 'The plant authenticates with a client certificate.',
  },
  TOKEN: {
    label: 'Token',
    short: 'Token',
    hint: 'The plant authenticates with a token that must be renewed.',
  },
  PASSWORD: {
    label: 'Password',
    short: 'Password',
    hint: 'The plant authenticates with a username and password.',
  },
}

/** Returns true for a method that the contract documents; only those can be sent. */
export function isAuthMethod(method: string): method is AuthMethod {
  return isKeyOf(authMethodWords, method)
}

/** Returns the label of a received plant type; unknown ones keep their raw name. */
export function plantTypeLabel(type: string): string {
  return lookUp(plantTypeWords, type) ?? (type || 'Not given')
}

/** Returns a short label of a received authentication method for tables; unknown ones keep their raw name. */
export function authMethodLabel(method: string): string {
  return lookUp(authMethodWords, method)?.short ?? (method || 'Not given')
}
