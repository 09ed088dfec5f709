import addFormats from 'ajv-formats'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import { readFileSync } from 'node:fs'

/** Parts of an OpenAPI document that tests use. */
export interface OpenApi {
  paths: Record<string, Record<string, OpenApiOperation>>
  components: { schemas: Record<string, OpenApiSchema> }
}

interface OpenApiOperation {
  operationId: string
  tags?: string[]
  parameters?: { name?: string }[]
  requestBody?: unknown
  responses: Record<string, unknown>
}

interface OpenApiSchema {
  required?: string[]
  properties?: Record<string, unknown>
}

/** Shared contract, as committed next to the tests. */
export const contract = JSON.parse(
  readFileSync(new URL('../contract/plants-api.openapi.json', import.meta.url), 'utf8'),
) as OpenApi

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema(contract, 'contract')
const validators = new Map<string, ValidateFunction>()

/** Returns the violations of the contract in a response; empty if there are none. */
export function contractProblems(
  path: string,
  method: string,
  status: number,
  body: unknown,
): string[] {
  const operation = contract.paths[path]?.[method]
  if (!operation) return [`${method} ${path} is not in the contract`]
  if (!(status in operation.responses)) return [`${method} ${path} publishes no ${status}`]
  const escaped = path.replaceAll('~', '~0').replaceAll('/', '~1')
  const base = `contract#/paths/${escaped}/${method}/responses/${status}`
  const reference = (operation.responses[status] as { $ref?: string }).$ref
  const response = reference === undefined ? base : `contract${reference}`
  const uri = `${response}/content/application~1json/schema`
  const validate = validators.get(uri) ?? ajv.compile({ $ref: uri })
  validators.set(uri, validate)
  if (validate(body)) return []
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

export function contractOperations(): {
  path: string
  method: string
  operation: OpenApiOperation
}[] {
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => ({ path, method, operation })),
  )
}
