import * as z from 'zod/mini'
import { trimBlanks } from '@/lib/trim-blanks'

/** A name that was pasted with blanks around it is still meant. */
const name = (missing: string) => z.string().check(z.overwrite(trimBlanks), z.minLength(1, missing))

/** The sign-in form. Secrets stay as they were typed: a blank may be part of one. */
export const credentialsSchema = z.object({
  username: name('Enter your username.'),
  password: z.string().check(z.minLength(1, 'Enter your password.')),
  clientId: name('Enter the client ID.'),
  clientSecret: z.string(),
})
