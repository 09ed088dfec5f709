import { expect, it } from 'vitest'
import { moveSchema, organizationMeant } from './move-schema'

const here = '0b9f2c1e-5a44-4c39-9d1b-3f1a2b3c4d5e'
const there = '7d1c9a52-0f3e-4b7a-8a6d-9e8f7a6b5c4d'
const proof = { label: 'Serial number', name: 'serial number', text: 'CPI-1' }
const organizations = [
  { id: here, name: 'Here' },
  { id: there, name: 'ACME' },
]
const mistakesIn = (
  organizationId: string,
  confirmation: string,
  present?: string | null,
  listed: typeof organizations = [],
) =>
  moveSchema(proof, present, listed)
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
  const sent = moveSchema(proof, here, organizations).parse({
    organizationId: ` ${there}\n`,
    confirmation: 'CPI-1',
  })
  expect(sent.organizationId).toBe(there)
})

it.each(['', 'AC', 'Here 2'])('asks to choose from a list instead of typing “%s”', (typed) => {
  expect(mistakesIn(typed, 'CPI-1', here, organizations)).toEqual([
    ['organizationId', 'Choose an organization from the list, or enter its name or ID.'],
  ])
  expect(mistakesIn(here, 'CPI-1', here, organizations)).toEqual([
    ['organizationId', 'The plant is already in this organization.'],
  ])
})

it.each(['ACME', ' acme '])('takes the name of one organization for its ID: “%s”', (typed) => {
  const sent = moveSchema(proof, here, organizations).parse({
    organizationId: typed,
    confirmation: 'CPI-1',
  })
  expect(sent.organizationId).toBe(there)
})

it('refuses the name of the organization the plant is in', () => {
  expect(mistakesIn('here', 'CPI-1', here, organizations)).toEqual([
    ['organizationId', 'The plant is already in this organization.'],
  ])
  const alone = organizations.slice(0, 1)
  expect(mistakesIn('here', 'CPI-1', here, alone)).toEqual([
    ['organizationId', 'The plant is already in this organization.'],
  ])
})

it('asks to choose between organizations of one name', () => {
  const twins = [...organizations, { id: crypto.randomUUID(), name: 'Acme' }]
  expect(mistakesIn('ACME', 'CPI-1', here, twins)).toEqual([
    ['organizationId', 'Several organizations have this name. Choose one from the list.'],
  ])
  expect(mistakesIn(there, 'CPI-1', here, twins)).toBeUndefined()
})

it('takes an ID for itself, whatever organization has it as its name', () => {
  const odd = [...organizations, { id: crypto.randomUUID(), name: there }]
  expect(organizationMeant(odd, ` ${there} `)).toBe(there)
})

it.each(['', 'cpi-1', 'CPI-12'])('refuses the confirmation “%s”', (typed) => {
  expect(mistakesIn(there, typed, here)).toEqual([['confirmation', 'Doesn’t match.']])
})
