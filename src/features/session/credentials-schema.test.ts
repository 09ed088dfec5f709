import { expect, test } from 'vitest'
import { credentialsSchema } from './credentials-schema'

test('trims the username and the client ID, never the password or the client secret', () => {
  const typed = {
    username: ' ada\u00A0',
    password: ' pass word\u200B ',
    clientId: '\u200Bplantdeck\n',
    clientSecret: ' secret ',
  }
  expect(credentialsSchema.parse(typed)).toEqual({
    ...typed,
    username: 'ada',
    clientId: 'plantdeck',
  })
})

test('rejects a username of spaces, but accepts a password of spaces', () => {
  const typed = { username: ' \u200B', password: ' ', clientId: 'plantdeck', clientSecret: '' }
  const { error } = credentialsSchema.safeParse(typed)
  expect(error?.issues.map(({ message }) => message)).toEqual(['Enter your username.'])
})
