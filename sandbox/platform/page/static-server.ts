import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { existsSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { pageHeaders } from './security-headers'

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plantdeck is not built</title>
<h1>The dashboard is not built yet</h1>
<p>Run <code>npm run build</code> and reload, or <code>npm start</code>, which builds and starts everything.</p>
<p>The API is running: API reference at <code>/docs/</code>, health at <code>/healthz</code>.</p></html>`

/** Serves the built dashboard: its files, and `index.html` for the paths of its router. */
export function staticRoutes(distFolder: string): Hono {
  const app = new Hono()
  const isIndex = (path: string) => /^index\.html(\.(br|gz))?$/.test(basename(path))
  const serve = serveStatic({
    // The option `root` requires the folder at start, but it may be built later.
    rewriteRequestPath: (path) => join(distFolder, path),
    precompressed: true,
    onFound: (path, c) => setHeaders(c, cacheControl(relative(distFolder, path))),
  })
  const serveIndex = serveStatic({
    path: join(distFolder, 'index.html'),
    precompressed: true,
    onFound: (path, c) => setHeaders(c, isIndex(path) ? 'no-store' : 'no-cache'),
  })
  app.get('*', (c, next) => (c.req.path === '/' ? serveIndex(c, next) : serve(c, next)))
  app.get('*', (c, next) => (isClientRoute(c.req.path) ? serveIndex(c, next) : next()))
  app.get('*', (c) => {
    setHeaders(c, 'no-store')
    const isBuilt = existsSync(join(distFolder, 'index.html'))
    if (!isBuilt && isClientRoute(c.req.path)) return c.html(notBuilt, 503)
    // A missing asset must not get a page: the browser would run the HTML as a script.
    return c.text('Not found', 404)
  })
  return app
}

/** Returns true for paths of the router, which have no file extension. */
function isClientRoute(path: string): boolean {
  return !path.startsWith('/assets/') && !/\.[a-z0-9]+$/i.test(path)
}

function cacheControl(file: string): string {
  if (file.startsWith(`assets${sep}`)) return 'public, max-age=31536000, immutable'
  return /\.(html|json)(\.(br|gz))?$/.test(file) ? 'no-store' : 'no-cache'
}

function setHeaders(c: Context, cacheControlValue: string): void {
  c.header('cache-control', cacheControlValue)
  for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value)
}
