// Builds the rivals' pages with their own dependencies, and serves them beside the platform.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findFreePort } from '../../support/free-port.ts'

const source = fileURLToPath(new URL('rivals', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Installs and builds the rivals in a temporary folder, which is removed when this process exits; returns the folder. */
export async function buildRivals(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'plantdeck-rivals-'))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  cpSync(source, root, { recursive: true })
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync(npm, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The rivals could not be installed.')
  const pages = ['floor', 'ag-grid', 'tanstack-table'].map((name) => join(root, `${name}.html`))
  const outDir = join(root, 'dist')
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    build: { outDir, target: 'es2023', rolldownOptions: { input: pages } },
  })
  return outDir
}

interface RivalServer {
  folder: string
  platformUrl: string
  /** Added to every request to the platform, because the rivals have no sign-in. */
  authorization: string
}

/** Serves the rivals' pages, and forwards requests to the platform. */
export async function serveRivals(
  options: RivalServer,
): Promise<{ url: string; close: () => void }> {
  const { folder, platformUrl, authorization } = options
  const port = await findFreePort()
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost')
    if (!pathname.startsWith('/api/')) {
      const file = join(folder, pathname)
      outgoing.setHeader('content-type', types[extname(pathname)] ?? 'text/plain')
      outgoing.statusCode = existsSync(file) ? 200 : 404
      outgoing.end(existsSync(file) ? readFileSync(file) : undefined)
      return
    }
    const headers = { ...incoming.headers, authorization }
    const outward = request(new URL(incoming.url ?? '/', platformUrl), { headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    outward.end()
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return { url: `http://localhost:${port}`, close: () => server.close() }
}
