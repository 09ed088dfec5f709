import { expect, it } from 'vitest'
import { moveSchema } from './move-schema'

const here = '0b9f2c1e-5a44-4c39-9d1b-3f1a2b3c4d5e'
const there = '7d1c9a52-0f3e-4b7a-8a6d-9e8f7a6b5c4d'
const proof = { label: 'Serial number', name: 'serial number', text: 'CPI-1' }
const mistakesIn = (
  organizationId: string,
  confirmation: string,
  present?: string | null,
  isListed = false,
) =>
  moveSchema(proof, present, isListed)
    .safeParse({ organizationId, confirmation })
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

it.each([here, null, undefined])('accepts another organization than %s, with proof', (present) => {
  expect(mistakesIn(there, 'CPI-1', present)).toBeUndefined()
})

it.each([here, here.toUpperCase()])('refuses the organization the plant is in: %s', (id) => {
  expect(mistakesIn(id, 'CPI-1', here)).toEqual([
    ['organizationId', 'The plant is already in this organization.'],
  ])
})

it('refuses an ID that is not a UUID', () => {
  expect(mistakesIn('ACME', 'CPI-1', here)).toMatchObject([['organizationId', expect.anything()]])
})

it('takes a pasted ID without the blanks around it', () => {
  const sent = moveSchema(proof, here, true).parse({
    organizationId: ` ${there}\n`,
    confirmation: 'CPI-1',
  })
  expect(sent.organizationId).toBe(there)
})

it.each(['', 'ACME'])('asks to choose from a list instead of typing “%s”', (typed) => {
  expect(mistakesIn(typed, 'CPI-1', here, true)).toEqual([
    ['organizationId', 'Choose an organization from the list, or enter its ID.'],
  ])
  expect(mistakesIn(here, 'CPI-1', here, true)).toEqual([
    ['organizationId', 'The plant is already in this organization.'],
  ])
})

it.each(['', 'cpi-1', 'CPI-12'])('refuses the confirmation “%s”', (typed) => {
  expect(mistakesIn(there, typed, here)).toEqual([['confirmation', 'Doesn’t match.']])
})
