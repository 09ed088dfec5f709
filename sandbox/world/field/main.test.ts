import { Aedes } from 'aedes'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { PlantPackage } from './plant-package'
import { plantId, samplePackage } from '#sandbox/world/field/testing/sample-plant'
import { testAuthority } from '#sandbox/world/field/testing/test-certificates'

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))
const slow = { timeout: 60_000 }
const soon = { timeout: 30_000, interval: 20 }

function runPlant(args: readonly string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'sandbox/world/field/main.ts', ...args],
    { cwd: projectFolder },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const run = { child, output: '', exit: once(child, 'close').then(([code]) => code as number) }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      run.output += chunk.toString()
    })
  }
  return run
}

function packageFile(content: object | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plant-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'package.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** Starts a broker that accepts certificates from its authority, or the correct password. */
async function tlsBroker() {
  const authority = await testAuthority()
  const aedes = await Aedes.createBroker({
    authenticate: (_client, _username, password, done) => {
      const isRight = password === undefined || password.toString() === 'right'
      if (isRight) done(null, true)
      else done(Object.assign(new Error('no'), { returnCode: 4 }), false)
    },
  })
  const { cert, key } = authority.broker
  const server = createServer(
    { cert, key, ca: authority.caCert, requestCert: true, rejectUnauthorized: false },
    (socket) => {
      // A presented certificate has to be valid.
      const isForeign = !socket.authorized && socket.getPeerX509Certificate() !== undefined
      if (isForeign) socket.destroy()
      else aedes.handle(socket)
    },
  )
  server.listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  onTestFinished(async () => {
    await new Promise<void>((resolve) => aedes.close(resolve))
    await new Promise((resolve) => server.close(resolve))
  })
  const packageOf = (
    authMethod: PlantPackage['authMethod'],
    security: Partial<PlantPackage['security']>,
  ): PlantPackage => {
    const sample = samplePackage({ caCert: authority.caCert, ...security })
    return { ...sample, authMethod, mqtt: { ...sample.mqtt, port } }
  }
  return { authority, packageOf }
}

test('connects with the certificate in a package and runs until it is stopped', slow, async () => {
  const { authority, packageOf } = await tlsBroker()
  const { cert: clientCert, key: clientKey } = await authority.plant(plantId)
  const run = runPlant([packageFile(packageOf('MTLS', { clientCert, clientKey }))])
  await vi.waitFor(() => expect(run.output).toMatch(/telemetry sent: pvPowerKw/), soon)
  expect(run.output).toMatch(new RegExp(`^ready ${plantId}$`, 'm'))
  run.child.kill('SIGTERM')
  expect(await run.exit).toBe(0)
  expect(run.output).toMatch(/disconnected: stopped/)
})

test('exits when the broker refuses the credentials in either way', slow, async () => {
  const { packageOf } = await tlsBroker()
  const { cert, key } = await (await testAuthority()).plant(plantId)
  const foreign = { clientCert: cert, clientKey: key }
  const runs = [packageOf('PASSWORD', { password: 'wrong' }), packageOf('MTLS', foreign)].map(
    (plantPackage) => runPlant([packageFile(plantPackage)]),
  )
  for (const run of runs) {
    expect(await run.exit).toBe(1)
    expect(run.output).toContain('the broker refused these credentials')
    expect(run.output).not.toContain('    at ')
  }
})

test('does not connect to a broker that the package does not trust', slow, async () => {
  const { packageOf } = await tlsBroker()
  const { caCert } = await testAuthority()
  const run = runPlant([packageFile(packageOf('PASSWORD', { caCert }))])
  expect(await run.exit).toBe(1)
  expect(run.output).toContain("is not trusted by the package's caCert")
})

test('exits with one line for an invalid command line or package', slow, async () => {
  const missing = runPlant(['no-such-file.json'])
  const broken = runPlant([packageFile('{')])
  const flag = runPlant(['x.json', '--ack', 'loud'])
  const help = runPlant(['--help'])
  expect(await missing.exit).toBe(1)
  expect(missing.output).toBe('no-such-file.json cannot be used: ENOENT\n')
  expect(await broken.exit).toBe(1)
  expect(broken.output).toContain('cannot be used: the file is not JSON')
  expect(await flag.exit).toBe(2)
  expect(flag.output).toContain('--ack takes')
  expect(await help.exit).toBe(0)
  expect(help.output).toContain('npm run sandbox:plant')
})
