// `sandbox/write-openapi.ts FILE`: writes the document that the platform serves at `/openapi.json`. Every build runs it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { apiDocument } from './platform/api-document'

const [, , file] = process.argv
if (file === undefined) throw new Error('Name the file to write.')
mkdirSync(dirname(file), { recursive: true })
// Indented, so that two builds can be compared.
writeFileSync(file, `${JSON.stringify(apiDocument(), null, 2)}\n`)
