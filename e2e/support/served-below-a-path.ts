import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { baseOf } from '../../.scripts/base.mjs'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Build for a path, and the platform that serves it. */
export interface ServedBelowAPath {
  url: URL
  stop: () => Promise<void>
}

/** Builds the dashboard for a path and starts a separate platform to serve it, both in a temporary folder. */
export async function serveBelow(base: string): Promise<ServedBelowAPath> {
  const folder = mkdtempSync(join(tmpdir(), 'plantdeck-base-'))
  const dist = join(folder, 'dist')
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const build = run([vite, 'build', `--base=${baseOf(['--base', base])}`, '--outDir', dist])
  const [code] = (await once(build.child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The build for ${base} failed: ${build.output()}`)

  const sandbox = ['--import', 'tsx', 'sandbox/main.ts', '--data', join(folder, 'data')]
  const ports = ['--port', '0', '--mqtt-port', '0', '--plants', '0', '--field', '0']
  const platform = run([...sandbox, ...ports, '--test-control', '--dist', dist, '--base', base])
  const stop = async () => {
    platform.child.kill('SIGTERM')
    if (platform.child.exitCode === null) await once(platform.child, 'close')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: await readyUrl(platform), stop }
}

interface Running {
  child: ChildProcess
  output: () => string
}

function run(args: readonly string[]): Running {
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, args, { cwd: projectFolder, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  return { child, output: () => output }
}

function readyUrl({ child, output }: Running): Promise<URL> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /^ready (http\S+)/m.exec(output())?.[1]
      if (url !== undefined) resolve(new URL(url))
    })
    child.once('close', () => reject(new Error(`The platform ended: ${output()}`)))
  })
}
