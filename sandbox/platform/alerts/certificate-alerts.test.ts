import { expect, test } from 'vitest'
import { sweepAlerts } from './sweep-alerts'
import { addPlant, alertsOf, databaseForThisTest } from '#sandbox/proof/testing/test-plants'

const noon = new Date('2026-06-21T12:00:00.000Z')

// As `GET /plants/certificate-stats` counts them.
test.each([
  ['PENDING', ['CERTIFICATE_EXPIRED']],
  ['PROVISIONED', ['CERTIFICATE_EXPIRED']],
  ['SUSPENDED', ['CERTIFICATE_EXPIRED']],
  ['UNDOCUMENTED', ['CERTIFICATE_EXPIRED']],
  ['REVOKED', []],
  ['DECOMMISSIONED', []],
])('an expired certificate of a plant in state %s raises %j', async (lifecycleStatus, types) => {
  const { database } = databaseForThisTest()
  const certificateExpiresAt = '2026-06-20T12:00:00.000Z'
  const id = await addPlant(database, { certificateExpiresAt, lifecycleStatus })
  await sweepAlerts(database, noon)
  expect((await alertsOf(database, id)).map(({ type }) => type)).toEqual(types)
})
