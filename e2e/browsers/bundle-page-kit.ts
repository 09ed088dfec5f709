import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { z } from 'zod'

const outputSchema = z.array(
  z.object({ output: z.tuple([z.object({ code: z.string() })], z.unknown()) }),
)

/** Bundles the code that runs in the page into one script. */
export async function bundlePageKit(): Promise<string> {
  const entry = fileURLToPath(new URL('page-kit.ts', import.meta.url))
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'kit' } },
  })
  const [bundle] = outputSchema.parse(result)
  if (bundle === undefined) throw new Error('Vite built nothing for the page.')
  return bundle.output[0].code
}
