import { expect, test } from 'vitest'
import type { ApiResponse } from '#sandbox/proof/testing/api-client'
import { clientSuite } from '#sandbox/proof/testing/client-suite'

const suite = clientSuite()

interface Listed {
  id: string
  name: string
}

const listedIn = ({ json }: ApiResponse) => json.data as Listed[]
const list = async (token: string, headers = {}) =>
  listedIn(await suite.client.api('GET', '/organizations', { token, headers }))

test('shows a super-admin all organizations, by name', async () => {
  const theirs = await suite.client.organization()
  const listed = await list(await suite.client.signIn(suite.organization.users.superadmin))
  const ids = listed.map(({ id }) => id)
  expect(ids).toEqual(
    expect.arrayContaining([suite.organization.organizationId, theirs.organizationId]),
  )
  const names = listed.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
})

test('shows the demo’s super-admin both organizations of the demo', async () => {
  const token = await suite.client.signIn({ username: 'superadmin', password: 'plantdeck-demo' })
  const names = (await list(token)).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Demo Energy', 'Other Energy']))
})

test.each(['admin', 'operator', 'support'] as const)('shows %s only their own', async (role) => {
  const listed = await list(await suite.client.signIn(suite.organization.users[role]))
  expect(listed.map(({ id }) => id)).toEqual([suite.organization.organizationId])
})

test('names organizations that x-org-id then takes, for reads and for the audit log', async () => {
  const theirs = await suite.client.organization()
  const token = await suite.client.signIn(suite.organization.users.superadmin)
  const headers = { 'x-org-id': theirs.organizationId }
  expect((await list(token, headers)).length).toBeGreaterThan(1)
  const body = { name: 'Visited', serialNumber: 'V-1', type: 'SENSOR' }
  const created = await suite.client.api('POST', '/plants', { token, headers, body })
  expect(created.status).toBe(201)
  const audit = async (of: typeof theirs) => {
    const reader = await suite.client.signIn(of.users.admin)
    return (await suite.client.api('GET', '/audit?limit=100', { token: reader })).text
  }
  expect(await audit(theirs)).toContain(String(created.json.id))
  expect(await audit(suite.organization)).not.toContain(String(created.json.id))
})
