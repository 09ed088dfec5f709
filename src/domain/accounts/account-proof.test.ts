import { expect, it } from 'vitest'
import { accountProof } from './account-proof'

const shown = (text: string) => text.replaceAll('\u202E', '␣')

it('asks for the username, or for the ID where the username can’t be typed', () => {
  expect(accountProof({ id: 'u1', username: ' ada ' }, shown)).toMatchObject({
    label: 'Username',
    text: 'ada',
  })
  for (const username of ['', 'a\u202Eda']) {
    expect(accountProof({ id: 'u1', username }, shown)).toMatchObject({
      label: 'User ID',
      text: 'u1',
    })
  }
})
