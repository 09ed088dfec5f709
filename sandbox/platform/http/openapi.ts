import * as z from 'zod/mini'
import { ApiProblem, type ProblemCode } from './api-problem'
import type { Operation } from './operation'
import { apiErrorBodySchema, jsonObjectTextSchema } from '@/api/fields'

type Json = Record<string, unknown>

/** Describes metadata, payloads and responses as open objects, because the schemas treat them as text. */
function toWire({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: Json }): void {
  if (zodSchema !== jsonObjectTextSchema) return
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
  Object.assign(jsonSchema, { type: 'object', additionalProperties: true })
}

/** Creates the OpenAPI 3.1 document of a table of operations, with the same schemas that validate requests. */
export function openApiDocument(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Plants API', version: '1', description: 'The platform embedded in Plantdeck.' },
    servers: [{ url: 'api/v1' }],
    tags: [
      { name: 'Plants', description: 'The Plants API.' },
      {
        name: 'Accounts',
        description:
          'Users, their organizations and API credentials, and the audit log. An addition of this platform, not part of the Plants API.',
      },
    ],
    security: [{ password: [] }, { bearer: [] }],
    paths,
    components: {
      securitySchemes,
      schemas: componentSchemas(),
    },
  }
}

/** Relative to the document, because a proxy may serve all below a path. */
const securitySchemes = {
  password: {
    type: 'oauth2',
    description:
      'Username and password of a user, or the four pieces of API credentials. The client ID of the dashboard is plantdeck, without a secret. By redirect: oauth2/v1/authorize with PKCE; see docs/.',
    flows: {
      password: { tokenUrl: 'oauth2/v1/token', refreshUrl: 'oauth2/v1/token', scopes: {} },
    },
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token of the token endpoint.',
  },
}

function describe(operation: Operation): Json {
  const { id, summary, roles, body, response, path, tag = 'Plants' } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `Roles: ${roles.join(', ')}.`,
    parameters: [
      ...['id', 'userId'].filter((name) => path.includes(`{${name}}`)).map(idParameter),
      ...queryParameters(operation),
    ],
    ...(body && { requestBody: { required: true, content: jsonContent(body.schema) } }),
    responses: {
      [response.status]: {
        description: response.description,
        content: jsonContent(response.schema),
      },
      ...problemResponses(operation),
      default: {
        description:
          'TOO_MANY_REQUESTS (429), SERVICE_UNAVAILABLE (503), PAYLOAD_TOO_LARGE (413), …',
        content: jsonContent(apiErrorBodySchema),
      },
    },
  }
}

function idParameter(name: string): Json {
  return { name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
}

function queryParameters({ query }: Operation): Json[] {
  if (!query) return []
  const { properties } = schemaOf(query)
  if (typeof properties !== 'object' || properties === null) return []
  const schemas: [string, unknown][] = Object.entries(properties)
  return schemas.map(([name, schema]) => ({ name, in: 'query', schema }))
}

function problemResponses(operation: Operation): Json {
  const codes: ProblemCode[] = [
    ...(operation.badRequest ? [operation.badRequest] : []),
    'UNAUTHORIZED',
    'FORBIDDEN',
    ...(operation.path.includes('{id}') ? (['PLANT_NOT_FOUND'] as const) : []),
    ...(operation.path.includes('{userId}') ? (['NOT_FOUND'] as const) : []),
    ...(operation.otherProblems ?? []),
    'INTERNAL_SERVER_ERROR',
  ]
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status } = new ApiProblem(code, code)
    // Codes that every operation may return are listed under `default`.
    if (status !== 503) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      { description: names.join(' or '), content: jsonContent(apiErrorBodySchema) },
    ]),
  )
}

function jsonContent(schema: z.ZodMiniType): Json {
  const id = z.globalRegistry.get(schema)?.id
  const described = id === undefined ? schemaOf(schema) : { $ref: componentUri(id) }
  return { 'application/json': { schema: described } }
}

function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: componentUri,
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: toWire,
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  )
}

function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override: toWire,
  })
  return described
}

function componentUri(id: string): string {
  return `#/components/schemas/${id}`
}
