// Runs the embedded platform with a temporary data folder, which is removed when the platform exits.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { findFreePort } from './free-port.ts'

export const demoUser = { username: 'admin', password: 'plantdeck-demo' }

interface Platform {
  url: string
  stop: () => void
}

/** Starts the platform with this many plants; `moreArgs` are further flags of the sandbox. */
export async function startPlatform(
  plants: number,
  moreArgs: readonly string[] = [],
): Promise<Platform> {
  const data = mkdtempSync(join(tmpdir(), 'plantdeck-platform-'))
  const [port, mqttPort] = [await findFreePort(), await findFreePort()]
  const options = { data, port, 'mqtt-port': mqttPort, plants, field: 0, seed: 1 }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'sandbox/main.ts', ...args, ...moreArgs],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const stop = () => void child.kill('SIGTERM')
  const removeData = () => rmSync(data, { recursive: true, force: true })
  child.once('exit', removeData)
  // A run that fails exits before its child does.
  process.on('exit', () => {
    stop()
    removeData()
  })
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('ready')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The sandbox exited with code ${code}.`)))
  })
  return { url: `http://localhost:${port}`, stop }
}

const tokenSchema = z.object({ access_token: z.string() })
const pageSchema = z.object({ data: z.array(z.object({ name: z.string() })) })

/** Signs in and returns a value for the Authorization header, which is valid for ten minutes. */
export async function signIn({ url }: Platform): Promise<string> {
  const response = await fetch(`${url}/oauth2/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'plantdeck', ...demoUser }),
  })
  return `Bearer ${tokenSchema.parse(await response.json()).access_token}`
}

/** Returns the plant names on the first page of the list. A page that shows one of them has a row. */
export async function firstPlantNames({ url }: Platform, authorization: string): Promise<string[]> {
  const response = await fetch(`${url}/api/v1/plants?page=1&limit=20`, {
    headers: { authorization },
  })
  return pageSchema.parse(await response.json()).data.map((plant) => plant.name)
}
