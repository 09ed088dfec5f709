import type { Account, IssuedApiCredentials } from '@/api/account-schemas'
import { fileNamePart } from '@/lib/file-name'

/** Returns the file with all four pieces, as the platform sent them. */
export function credentialsFile(
  { clientUsername, clientPassword, clientId, clientSecret }: IssuedApiCredentials,
  { username }: Pick<Account, 'username'>,
) {
  const pieces = { clientUsername, clientPassword, clientId, clientSecret }
  return {
    name: `${fileNamePart(username)}-api-credentials.json`,
    content: `${JSON.stringify(pieces, null, 2)}\n`,
    type: 'application/json',
  }
}
