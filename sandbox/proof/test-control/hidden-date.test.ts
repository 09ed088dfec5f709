import { expect, test } from 'vitest'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'

test('omits the date for an organization on request', async () => {
  const client = (await platformForThisTest()).client()
  const { organizationId, users } = await client.organization()
  const token = await client.signIn(users.admin)
  const dateOf = async () => (await client.api('GET', '/plants', { token })).headers.get('date')
  expect(await dateOf()).not.toBeNull()
  const path = `/_test/organizations/${organizationId}/date`
  expect((await client.send('DELETE', path)).status).toBe(204)
  expect(await dateOf()).toBeNull()
  expect((await client.send('GET', '/healthz')).headers.get('date')).not.toBeNull()
})
