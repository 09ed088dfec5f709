// The field must be able to run anywhere: it may use packages, MQTT, the protocol and what reads a command line, which
// need nothing else of the platform.
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const allowed =
  /^@\/lib\/|^#sandbox\/platform\/(protocol\/|cli\/(flag-values|options-or-exit|parse-flags)$)|^#sandbox\/world\/((site-model|field)\/|fleet\/random$)/
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

it.each(files)('imports nothing from the platform in %s', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name)
  const ours = imports.filter((name = '') => /^(#|@\/|\.\.|src|sandbox)/.test(name))
  expect(ours.filter((name = '') => !allowed.test(name))).toEqual([])
})
