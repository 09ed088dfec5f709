import { Hono } from 'hono'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { referencePage, referenceScript, referenceStyles } from './reference-page'
import { referenceHeaders } from './security-headers'

/** Files of the package that the page loads; no other file of the package is served. */
const files = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['favicon-32x32.png', 'image/png'],
])

/** Creates the routes of the browsable API reference: Swagger UI from the installed package, without external files. */
export function referenceRoutes(): Hono {
  const app = new Hono()
  const packageFolder = dirname(
    createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
  )
  app.use('/docs/*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(referenceHeaders)) c.header(name, value)
    c.header('cache-control', 'no-cache')
  })
  // The redirect is relative because a proxy may strip a base path.
  app.get('/docs', (c) => c.redirect('docs/', 302))
  app.get('/docs/', (c) => c.html(referencePage))
  const written = [
    ['reference.css', referenceStyles, 'text/css; charset=utf-8'],
    ['start.js', referenceScript, 'text/javascript; charset=utf-8'],
  ] as const
  for (const [name, text, type] of written) {
    app.get(`/docs/${name}`, (c) => c.body(text, 200, { 'content-type': type }))
  }
  for (const [name, type] of files) {
    app.get(`/docs/${name}`, async (c) => {
      const bytes = await readFile(join(packageFolder, name))
      return c.body(new Uint8Array(bytes), 200, { 'content-type': type })
    })
  }
  return app
}
