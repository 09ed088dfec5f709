/** For tests only: the contract's 16 operations, each called the way the pages call it. */
import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import { certificateQueries } from './certificates'
import { commandQueries } from './commands'
import { energyQueries } from './energy'
import { reactivatePlant, revokePlant, suspendPlant } from './lifecycle'
import { createPlant, deletePlant, updatePlant } from './plant-mutations'
import { plantQueries } from './plants'
import {
  downloadProvisioningPackage,
  issueMqttToken,
  provisionPlant,
  rotateSecret,
} from './provisioning'
import { createQueryClient } from './query-client'
import { sendCommand } from './send-command'

/** Runs a mutation as a page's button does. */
export function mutate<Data, Failure, Variables, Context>(
  client: QueryClient,
  options: MutationOptions<Data, Failure, Variables, Context>,
  variables: Variables,
): Promise<Data> {
  return client.getMutationCache().build(client, options).execute(variables)
}

const id = 'string'

/** The request each operation must send, and the call, by operationId. */
export const operations: Record<
  string,
  { wire: string; run: (client: QueryClient) => Promise<unknown> }
> = {
  listPlants: {
    wire: 'GET /plants?page=1&limit=20&authMethod=MTLS',
    run: (client) =>
      client.query({
        ...plantQueries.list({ page: 1, limit: 20, authMethod: 'MTLS' }),
        retry: false,
      }),
  },
  createPlant: {
    wire: 'POST /plants {"name":"string","serialNumber":"string","type":"SENSOR"}',
    run: (client) =>
      mutate(client, createPlant, { name: 'string', serialNumber: 'string', type: 'SENSOR' }),
  },
  getCertificateStats: {
    wire: 'GET /plants/certificate-stats',
    run: (client) => client.query({ ...certificateQueries.stats(), retry: false }),
  },
  getPlant: {
    wire: 'GET /plants/string',
    run: (client) => client.query({ ...plantQueries.detail(id), retry: false }),
  },
  updatePlant: {
    wire: 'PATCH /plants/string {}',
    run: (client) => mutate(client, updatePlant, { plantId: id, changes: {} }),
  },
  deletePlant: {
    wire: 'DELETE /plants/string',
    run: (client) => mutate(client, deletePlant, id),
  },
  getEnergyToday: {
    wire: 'GET /plants/string/energy/today',
    run: (client) => client.query({ ...energyQueries.today(id), retry: false }),
  },
  issueMqttToken: {
    wire: 'POST /plants/string/mqtt-token',
    run: (client) => mutate(client, issueMqttToken, id),
  },
  provisionPlant: {
    wire: 'POST /plants/string/provision',
    run: (client) => mutate(client, provisionPlant, id),
  },
  downloadProvisioningPackage: {
    wire: 'GET /plants/string/provision/download',
    run: (client) => mutate(client, downloadProvisioningPackage, id),
  },
  reactivatePlant: {
    wire: 'POST /plants/string/reactivate',
    run: (client) => mutate(client, reactivatePlant, id),
  },
  suspendPlant: {
    wire: 'POST /plants/string/suspend',
    run: (client) => mutate(client, suspendPlant, id),
  },
  revokePlant: {
    wire: 'POST /plants/string/revoke',
    run: (client) => mutate(client, revokePlant, id),
  },
  rotateSecret: {
    wire: 'POST /plants/string/rotate-secret',
    run: (client) => mutate(client, rotateSecret, id),
  },
  listCommands: {
    wire: 'GET /plants/string/commands?page=1&limit=20',
    run: (client) =>
      client.query({ ...commandQueries.list(id, { page: 1, limit: 20 }), retry: false }),
  },
  sendCommand: {
    wire: 'POST /plants/string/commands {"command":"reboot"}',
    run: (client) =>
      mutate(client, sendCommand, {
        plantId: id,
        targetKey: 'target',
        notAfterMs: Infinity,
        body: { command: 'reboot' },
      }),
  },
}

/** Runs an operation with its own cache. */
export async function runOperation(operation: string): Promise<unknown> {
  const client = createQueryClient()
  const known = operations[operation]
  if (!known) throw new Error(`${operation} is not an operation of the contract`)
  return known.run(client).finally(() => client.clear())
}
