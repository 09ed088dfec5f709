import { expect, it } from 'vitest'
import { credentialsFile } from './credentials-file'

it('holds exactly the four pieces, in a file named after the user', () => {
  const pieces = {
    clientUsername: 'ada.api',
    clientPassword: 'p',
    clientId: 'i',
    clientSecret: 's',
  }
  const file = credentialsFile({ ...pieces, unreadable: undefined }, { username: '../Ada L.' })
  expect(file.name).toBe('Ada-L-api-credentials.json')
  expect(JSON.parse(file.content)).toEqual(pieces)
})
