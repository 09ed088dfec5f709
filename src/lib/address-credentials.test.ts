import { expect, it } from 'vitest'
import { hasCredentials } from './address-credentials'

it.each([
  '#access_token=abc.def&token_type=bearer',
  '#state=s&id_token=abc',
  '?code=abc&page=2',
  '?page=2&CODE=abc',
  '?refresh_token=abc#top',
  '?redirect=%2Fplants%23access_token%3Dabc',
  '?redirect=%2Fplants%3Fcode%3Dabc',
  '?redirect=/plants%23id_token=abc',
])('finds the credentials in %s', (address) => {
  expect(hasCredentials(`https://plants.example/sign-in${address}`)).toBe(true)
})

it.each(['', '?q=status%3Aoffline&sort=name', '?postcode=1', '?q=access_token', '?q=code%3D1'])(
  'finds none in %s',
  (address) => {
    expect(hasCredentials(`https://plants.example/plants${address}`)).toBe(false)
  },
)
