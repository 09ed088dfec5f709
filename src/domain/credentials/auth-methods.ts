import type { AuthMethod } from '@/api/plant-schemas'
import { isKeyOf, lookUp } from '@/lib/look-up'

/** The kind of credential by which a plant authenticates. */
type CredentialKind = 'certificate' | 'token' | 'password'

interface AuthMethodMeaning {
  label: string
  short: string
  credential: CredentialKind
  hint: string
}

/** Labels of the authentication methods, and what each means for the installer. */
export const authMethods: Record<AuthMethod, AuthMethodMeaning> = {
  MTLS: {
    label: 'Certificate (MTLS)',
    short: 'MTLS',
    credential: 'certificate',
    hint: 'The plant authenticates with a client certificate.',
  },
  TOKEN: {
    label: 'Token',
    short: 'Token',
    credential: 'token',
    hint: 'The plant authenticates with a token that must be renewed.',
  },
  PASSWORD: {
    label: 'Password',
    short: 'Password',
    credential: 'password',
    hint: 'The plant authenticates with a username and password.',
  },
}

/** Returns the kind of credential that a received method uses; undefined for an unknown or unread one. */
export function credentialOf(method: string | null | undefined): CredentialKind | undefined {
  return lookUp(authMethods, method ?? '')?.credential
}

/** Returns true for a method that the contract documents; only those can be sent. */
export function isAuthMethod(method: string): method is AuthMethod {
  return isKeyOf(authMethods, method)
}

/** Describes how a plant with a received method authenticates; undefined for an unknown one. */
export function authMethodHint(method: string): string | undefined {
  return lookUp(authMethods, method)?.hint
}

/** Returns a short label of a received authentication method for tables; unknown ones keep their raw name. */
export function authMethodLabel(method: string): string {
  return lookUp(authMethods, method)?.short ?? (method || 'Not given')
}
