import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../../../dist', import.meta.url))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Answers with a file of the built dashboard; its pages are all `index.html`. */
export async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const file = extname(path) === '' ? 'index.html' : normalize(path)
  try {
    const content = await readFile(join(dist, file))
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content)
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
  }
}

/** Returns the tokens of an administrator's session, for any user. */
export function sessionTokens() {
  const claims = {
    sub: 'admin',
    roles: ['admin'],
    organization_name: 'Misbehaving Energy',
    exp: Math.floor(Date.now() / 1000) + 3_600,
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    access_token: `${part({ alg: 'none' })}.${part(claims)}.none`,
    refresh_token: 'refresh',
    token_type: 'Bearer',
    expires_in: 3_600,
  }
}
