import type { Account } from '@/api/account-schemas'
import type { TypedProof } from '@/domain/actions/typed-proof'

/** Returns the text to type: the username, or the ID where it can't be typed as displayed (by `seen`). */
export function accountProof(
  { id, username }: Pick<Account, 'id' | 'username'>,
  seen: (text: string) => string,
): TypedProof {
  const text = username.trim()
  return text !== '' && seen(text) === text
    ? { label: 'Username', name: 'username', text }
    : { label: 'User ID', name: 'user’s ID', text: id }
}
