import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantOperations } from '#sandbox/platform/operations'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { contractOperations, contractProblems } from '#sandbox/proof/testing/contract'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

const unknownId = '00000000-0000-4000-8000-000000000000'
const activeId = '11111111-1111-4111-8111-111111111111'
const suspendedId = '22222222-2222-4222-8222-222222222222'
const pendingId = '33333333-3333-4333-8333-333333333333'
const tokenId = '44444444-4444-4444-8444-444444444444'

let platform: TestPlatform
let client: ApiClient
let organization: TestOrganization
let tokens: Record<string, string>

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  organization = await client.organization({
    plants: 60,
    rows: [
      { id: activeId, serialNumber: 'ACTIVE', lifecycleStatus: 'ACTIVE' },
      { id: suspendedId, serialNumber: 'SUSPENDED', lifecycleStatus: 'SUSPENDED' },
      { id: pendingId, serialNumber: 'PENDING' },
      { id: tokenId, serialNumber: 'TOKEN', authMethod: 'TOKEN' },
    ],
  })
  const { admin, support } = organization.users
  tokens = { admin: await client.signIn(admin), support: await client.signIn(support) }
})
afterAll(() => platform.stop())

const newPlant = { name: 'New', serialNumber: 'NEW-1', type: 'SENSOR', metadata: { a: [1] } }

interface Case {
  operationId: string
  id?: string
  query?: string
  body?: unknown
  headers?: Record<string, string>
  token?: 'admin' | 'support' | 'none'
  status: number
  code?: string
}

const cases: Case[] = [
  { operationId: 'listPlants', status: 200 },
  { operationId: 'listPlants', query: '?page=2&limit=7&authMethod=MTLS', status: 200 },
  { operationId: 'listPlants', query: '?page=900', status: 200 },
  { operationId: 'listPlants', query: '?page=0', status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'listPlants', query: '?limit=101', status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'listPlants', query: '?page=1e3', status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'listPlants', query: '?page=1&page=2', status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'listPlants', query: '?authMethod=NONE', status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'createPlant', body: newPlant, status: 201 },
  { operationId: 'createPlant', body: newPlant, status: 409, code: 'PLANT_ALREADY_EXISTS' },
  { operationId: 'createPlant', body: {}, status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'createPlant', body: '{"name":', status: 400, code: 'VALIDATION_ERROR' },
  { operationId: 'createPlant', body: '', status: 400, code: 'VALIDATION_ERROR' },
  {
    operationId: 'createPlant',
    body: { ...newPlant, serialNumber: 'x'.repeat(51) },
    status: 400,
    code: 'VALIDATION_ERROR',
  },
  {
    operationId: 'createPlant',
    body: { ...newPlant, metadata: [] },
    status: 400,
    code: 'VALIDATION_ERROR',
  },
  { operationId: 'createPlant', body: newPlant, token: 'support', status: 403, code: 'FORBIDDEN' },
  { operationId: 'getCertificateStats', status: 200 },
  { operationId: 'getPlant', id: activeId, status: 200 },
  { operationId: 'getPlant', id: activeId.toUpperCase(), status: 200 },
  { operationId: 'updatePlant', id: activeId, body: { name: 'Renamed' }, status: 200 },
  { operationId: 'updatePlant', id: activeId, body: {}, status: 200 },
  {
    operationId: 'updatePlant',
    id: activeId,
    body: { name: '' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    operationId: 'updatePlant',
    id: activeId,
    body: { serialNumber: 'PENDING' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    operationId: 'updatePlant',
    id: activeId,
    body: { templateId: unknownId },
    status: 404,
    code: 'PLANT_NOT_FOUND',
  },
  {
    operationId: 'updatePlant',
    id: activeId,
    body: { organizationId: unknownId },
    status: 403,
    code: 'SUPER_ADMIN_REQUIRED',
  },
  { operationId: 'getEnergyToday', id: activeId, status: 200 },
  { operationId: 'listCommands', id: activeId, status: 200 },
  { operationId: 'sendCommand', id: activeId, body: { command: 'HOLD' }, status: 201 },
  {
    operationId: 'sendCommand',
    id: activeId,
    body: { command: 'DANCE' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  { operationId: 'listCommands', id: activeId, query: '?limit=1', status: 200 },
  {
    operationId: 'listCommands',
    id: activeId,
    query: '?limit=0',
    status: 400,
    code: 'VALIDATION_ERROR',
  },
  { operationId: 'downloadProvisioningPackage', id: tokenId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'issueMqttToken', id: tokenId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'provisionPlant', id: suspendedId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'provisionPlant', id: tokenId, status: 200 },
  { operationId: 'provisionPlant', id: activeId, status: 200 },
  { operationId: 'downloadProvisioningPackage', id: tokenId, status: 200 },
  { operationId: 'issueMqttToken', id: tokenId, status: 200 },
  { operationId: 'rotateSecret', id: tokenId, status: 200 },
  { operationId: 'rotateSecret', id: tokenId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'suspendPlant', id: activeId, status: 200 },
  { operationId: 'suspendPlant', id: activeId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'reactivatePlant', id: suspendedId, status: 200 },
  { operationId: 'reactivatePlant', id: pendingId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'revokePlant', id: suspendedId, status: 200 },
  { operationId: 'revokePlant', id: suspendedId, status: 400, code: 'BAD_REQUEST' },
  { operationId: 'sendCommand', id: activeId, body: {}, status: 400, code: 'BAD_REQUEST' },
  {
    operationId: 'sendCommand',
    id: activeId,
    body: { command: 'HOLD', target: 'r1' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  { operationId: 'deletePlant', id: pendingId, status: 200 },
  { operationId: 'deletePlant', id: pendingId, status: 404, code: 'PLANT_NOT_FOUND' },
  ...plantOperations.flatMap(({ id: operationId, path, badRequest, roles }): Case[] => {
    const onPlant = path.includes('{id}')
    const id = onPlant ? { id: activeId } : {}
    const elsewhere = { headers: { 'x-org-id': unknownId } }
    return [
      { operationId, ...id, token: 'none', status: 401, code: 'UNAUTHORIZED' },
      { operationId, ...id, ...elsewhere, status: 403, code: 'INSUFFICIENT_ORG_PERMISSIONS' },
      ...(roles.includes('support')
        ? []
        : [{ operationId, ...id, token: 'support', status: 403, code: 'FORBIDDEN' } as const]),
      ...(onPlant && badRequest
        ? [
            { operationId, id: 'not-a-uuid', status: 400, code: badRequest },
            { operationId, id: unknownId, status: 404, code: 'PLANT_NOT_FOUND' },
          ]
        : []),
    ]
  }),
]

function operationOf(id: string) {
  const operation = plantOperations.find((candidate) => candidate.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  return operation
}

function send({ operationId, id, query = '', body, headers, token = 'admin' }: Case) {
  const { method, path } = operationOf(operationId)
  const bearer = tokens[token]
  const options = {
    ...(bearer !== undefined && { token: bearer }),
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
  }
  return client.api(method.toUpperCase(), path.replace('{id}', id ?? '') + query, options)
}

describe('responses match the contract', () => {
  test.each(cases)('$operationId $id $query $token → $status $code', async (one) => {
    const { method, path } = operationOf(one.operationId)
    const response = await send(one)
    expect(response.status).toBe(one.status)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(contractProblems(path, method, response.status, response.json)).toEqual([])
    if (one.code !== undefined) {
      expect(response.json).toMatchObject({ code: one.code, statusCode: one.status })
      expect(response.json.error).toEqual(expect.any(String))
      expect(response.json.message).toEqual(expect.any(String))
      expect(response.json.details).toEqual(expect.any(Array))
    }
  })

  test('the contract check detects a missing field, a wrong type and an unpublished status', () => {
    const page = { data: [{ id: 'x' }], meta: { page: 1, limit: 20, total: 1, totalPages: 1 } }
    expect(contractProblems('/plants', 'get', 200, page)).not.toEqual([])
    expect(contractProblems('/plants', 'get', 200, { data: {}, meta: page.meta })).not.toEqual([])
    expect(contractProblems('/plants', 'get', 400, { message: 'no code' })).not.toEqual([])
    expect(contractProblems('/plants', 'get', 404, { code: 'X', message: '' })).not.toEqual([])
  })

  test('the table contains exactly the operations of the contract', () => {
    const ours = plantOperations.map(({ method, path }) => `${method} ${path}`)
    const theirs = contractOperations().map(({ method, path }) => `${method} ${path}`)
    expect(ours.toSorted()).toEqual(theirs.toSorted())
    expect(ours).toHaveLength(16)
  })

  test('the cases cover every published status', () => {
    const published = contractOperations().flatMap(({ operation }) =>
      Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
    )
    const seen = new Set(cases.map(({ operationId, status }) => `${operationId} ${status}`))
    // Status 500 is tested in broken-database.test.ts.
    const missing = published.filter((one) => !seen.has(one) && !one.endsWith(' 500'))
    expect(missing).toEqual([])
  })

  test('details name the invalid fields', async () => {
    const { json } = await send({ operationId: 'createPlant', body: { name: '' }, status: 400 })
    const details = json.details as string[]
    expect(details.map((line) => line.split(':')[0])).toEqual(['name', 'serialNumber', 'type'])
  })
})
