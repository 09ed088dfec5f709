import * as z from 'zod/mini'
import { trimBlanks } from '@/lib/trim-blanks'

/** Trims a username that was pasted with spaces. */
const name = (missing: string) => z.string().check(z.overwrite(trimBlanks), z.minLength(1, missing))

/** Schema of the sign-in form. Secrets are not trimmed: a space may be part of one. */
export const credentialsSchema = z.object({
  username: name('Enter your username.'),
  password: z.string().check(z.minLength(1, 'Enter your password.')),
  clientId: name('Enter the client ID.'),
  clientSecret: z.string(),
})
