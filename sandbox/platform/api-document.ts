import { accountOperations, plantOperations } from './operations'
import { openApiDocument } from '#sandbox/platform/http/openapi'

/** Operations that the platform serves. */
export const operations = [...plantOperations, ...accountOperations]

/** Returns the OpenAPI document of the platform. */
export const apiDocument = () => openApiDocument(operations)
