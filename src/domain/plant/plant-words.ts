import type { AuthMethod, PlantType } from '@/api/plant-schemas'

/** Plant types in words (contract: `PlantType`). */
export const plantTypeWords: Record<PlantType, string> = {
  SENSOR: 'Sensor',
  ACTUATOR: 'Actuator',
  GATEWAY: 'Gateway',
  CONTROLLER: 'Controller',
}

/** Authentication methods in words, and what each means for whoever installs the plant. */
export const authMethodWords: Record<AuthMethod, { label: string; hint: string }> = {
  MTLS: { label: 'Certificate (MTLS)', hint: 'The plant proves itself with a client certificate.' },
  TOKEN: { label: 'Token', hint: 'The plant signs in with a token that must be renewed.' },
  PASSWORD: { label: 'Password', hint: 'The plant signs in with a user name and a password.' },
}

/** A received value in words; unknown ones keep their raw name. */
export function plantTypeLabel(type: string): string {
  return wordFor(plantTypeWords, type) ?? (type || 'Not given')
}

/** A received value as short as the table needs it; unknown ones keep their raw name. */
export function authMethodLabel(method: string): string {
  return method === 'MTLS'
    ? 'MTLS'
    : (wordFor(authMethodWords, method)?.label ?? (method || 'Not given'))
}

function wordFor<T>(words: Record<string, T>, value: string): T | undefined {
  return Object.hasOwn(words, value) ? words[value] : undefined
}
