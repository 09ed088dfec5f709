// What needs the field: broker, certificate authority, simulated plants. Until they are there these
// operations check everything and then say so, rather than invent data.
import {
  commandPageSchema,
  commandSchema,
  listCommandsQuerySchema,
  sendCommandSchema,
} from '@/api/commands'
import { energyTodaySchema } from '@/api/energy'
import { mqttTokenSchema, provisioningPackageSchema, rotatedSecretSchema } from '@/api/provisioning'
import { ApiProblem } from '#sandbox/http/api-problem'
import { type Operation, type OperationFacts, plantOperation } from '#sandbox/http/operation'
import { administrators, operators, readers } from '#sandbox/oauth/roles'

function needsField<Query, Body>(
  facts: Omit<OperationFacts<Query, Body>, 'otherProblems'>,
): Operation {
  return plantOperation({ ...facts, otherProblems: ['SERVICE_UNAVAILABLE'] }, () => {
    throw new ApiProblem('SERVICE_UNAVAILABLE', 'The connection to the plants is not available yet')
  })
}

/** Operations below `/plants/{id}` that need the field. */
export const fieldOperations: readonly Operation[] = [
  needsField({
    id: 'getEnergyToday',
    method: 'get',
    path: '/plants/{id}/energy/today',
    summary: 'Energy summary for the plant for today (UTC)',
    roles: readers,
    answer: { status: 200, description: 'Totals since 00:00 UTC', schema: energyTodaySchema },
    badRequest: 'INVALID_UUID',
  }),
  needsField({
    id: 'issueMqttToken',
    method: 'post',
    path: '/plants/{id}/mqtt-token',
    summary: 'Issue a new MQTT JWT for a TOKEN-auth plant',
    roles: administrators,
    answer: { status: 200, description: 'A token', schema: mqttTokenSchema },
    badRequest: 'BAD_REQUEST',
  }),
  needsField({
    id: 'provisionPlant',
    method: 'post',
    path: '/plants/{id}/provision',
    summary: 'Generate provisioning package for a plant',
    roles: administrators,
    answer: {
      status: 200,
      description: 'The package. Its secrets are shown once.',
      schema: provisioningPackageSchema,
    },
    badRequest: 'BAD_REQUEST',
  }),
  needsField({
    id: 'downloadProvisioningPackage',
    method: 'get',
    path: '/plants/{id}/provision/download',
    summary: 'Download provisioning package as JSON file',
    roles: administrators,
    answer: {
      status: 200,
      description: 'The package as a file',
      schema: provisioningPackageSchema,
    },
    badRequest: 'BAD_REQUEST',
  }),
  needsField({
    id: 'rotateSecret',
    method: 'post',
    path: '/plants/{id}/rotate-secret',
    summary: 'Rotate plant HMAC secret (1h grace period for both old and new)',
    roles: administrators,
    answer: { status: 200, description: 'The new secret, shown once', schema: rotatedSecretSchema },
    badRequest: 'BAD_REQUEST',
  }),
  needsField({
    id: 'listCommands',
    method: 'get',
    path: '/plants/{id}/commands',
    summary: 'List command history for a plant',
    roles: readers,
    query: listCommandsQuerySchema,
    answer: {
      status: 200,
      description: 'One page of commands, newest first',
      schema: commandPageSchema,
    },
    badRequest: 'INVALID_UUID',
  }),
  needsField({
    id: 'sendCommand',
    method: 'post',
    path: '/plants/{id}/commands',
    summary: 'Send a command to a plant via MQTT',
    roles: operators,
    body: { schema: sendCommandSchema, textMembers: ['payload'] },
    answer: { status: 201, description: 'The command as logged', schema: commandSchema },
    badRequest: 'BAD_REQUEST',
  }),
]
