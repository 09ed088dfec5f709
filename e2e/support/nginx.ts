import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCertificate } from '../bench/certificate.ts'
import { findFreePort } from './free-port.ts'

/** An nginx that belongs to one test. */
export interface Nginx {
  /** Origin, without a trailing slash. */
  url: string
  stop: () => Promise<void>
}

const startLimitMs = 10_000
const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Returns true when an nginx is installed. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0
}

/** Starts nginx with the server block of `src/deployment.md` before the platform at `backend`, as in `127.0.0.1:4400`. */
export async function startNginx(backend: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'plantdeck-nginx-'))
  const port = await findFreePort()
  const { key, cert } = createCertificate()
  writeFileSync(join(folder, 'fullchain.pem'), cert)
  writeFileSync(join(folder, 'privkey.pem'), key, { mode: 0o600 })
  writeFileSync(join(folder, 'plantdeck.conf'), documentedBlock(folder, port, backend))
  writeFileSync(join(folder, 'nginx.conf'), surroundings(folder))
  mkdirSync(join(folder, 'temporary'))
  const flags = ['-p', folder, '-c', join(folder, 'nginx.conf')]
  const test = spawnSync('nginx', [...flags, '-t'], { encoding: 'utf8' })
  if (test.status !== 0) throw new Error(`nginx -t refuses the documented block: ${test.stderr}`)

  const child = spawn('nginx', flags, { stdio: ['ignore', 'ignore', 'inherit'] })
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'close')
    rmSync(folder, { recursive: true, force: true })
  }
  await untilListening(port)
  return { url: `https://localhost:${port}`, stop }
}

/** Returns the documented block with the port, the folders and the backend replaced, and nothing else. */
function documentedBlock(folder: string, port: number, backend: string): string {
  const guide = readFileSync(join(projectFolder, 'src', 'deployment.md'), 'utf8')
  const block = /```nginx\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  const replacements = {
    'listen 443 ': `listen 127.0.0.1:${port} `,
    '/etc/ssl/plantdeck/': `${folder}/`,
    '/srv/plantdeck;': `${join(projectFolder, 'dist')};`,
    'http://127.0.0.1:8080;': `http://${backend};`,
  }
  return Object.entries(replacements).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The documented block has no “${from}”.`)
    return text.replaceAll(from, to)
  }, block)
}

/** The rest of a system's own nginx.conf, with every file in one folder. */
function surroundings(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return [
    // Started by root, nginx would give up the right to read the project's folder.
    process.getuid?.() === 0 ? 'user root;' : '',
    'daemon off; worker_processes 1; error_log stderr crit;',
    `pid ${folder}/nginx.pid; events {}`,
    'http {',
    'include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;',
    ...kinds.map((kind) => `${kind}_temp_path ${folder}/temporary/${kind};`),
    `include ${folder}/plantdeck.conf;`,
    '}',
  ].join('\n')
}

async function untilListening(port: number): Promise<void> {
  const untilMs = performance.now() + startLimitMs
  while (!(await isListening(port))) {
    if (performance.now() > untilMs) throw new Error('nginx does not listen.')
  }
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
