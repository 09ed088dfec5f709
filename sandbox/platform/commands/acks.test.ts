import { beforeEach, describe, expect, test, vi } from 'vitest'
import { signCommand } from '#sandbox/platform/protocol/signatures'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { ListeningPlant } from '#sandbox/proof/testing/plant-client'
import { officeSuite } from '#sandbox/proof/testing/office-suite'

const minuteMs = 60_000
const suite = officeSuite()
let issued: IssuedPackage

beforeEach(async () => {
  issued = await suite.office.newPackage()
})

async function latest(): Promise<Record<string, unknown>> {
  return (await suite.office.history(issued.plantId))[0] ?? {}
}

/** The plant's first contact is on disk, so that what follows meets an ACTIVE plant. */
async function contact(): Promise<ListeningPlant> {
  const plant = await ListeningPlant.start(issued)
  await vi.waitFor(async () =>
    expect((await suite.office.plant(issued.plantId)).lifecycleStatus).toBe('ACTIVE'),
  )
  return plant
}

describe('acks', () => {
  test('the first one counts', async () => {
    const plant = await contact()
    await suite.office.command(issued.plantId, { command: 'HOLD' })
    const command = await plant.next()
    await plant.ack(command, { st: 'ERROR', n: 'one' })
    await plant.ack(command, { st: 'OK', n: 'two' })
    expect(await latest()).toMatchObject({ responseStatus: 'ERROR' })
  })

  test('a nonce counts once', async () => {
    const plant = await contact()
    await suite.office.command(issued.plantId, { command: 'HOLD' })
    await plant.ack(await plant.next(), { n: 'same' })
    await suite.office.command(issued.plantId, { command: 'DEFAULT' })
    const second = await plant.next()
    await plant.ack(second, { n: 'same' })
    expect(await latest()).toMatchObject({ command: 'DEFAULT', ackedAt: null })
    await plant.ack(second, { n: 'other' })
    expect(await latest()).toMatchObject({ command: 'DEFAULT', responseStatus: 'OK' })
  })

  test('a wrong signature is no answer, and counts as a failure to authenticate', async () => {
    const plant = await contact()
    await suite.office.command(issued.plantId, { command: 'HOLD' })
    const command = await plant.next()
    await plant.ack(command, { secret: 'another secret' })
    await plant.ack(command, { sig: '00' })
    expect(await latest()).toMatchObject({ ackedAt: null, responseStatus: null })
    expect(await suite.office.plant(issued.plantId)).toMatchObject({ authFailureCount: 2 })
  })

  test('another plant cannot answer for it', async () => {
    const plant = await contact()
    const other = await suite.office.newPackage()
    const stranger = await ListeningPlant.start(other)
    await suite.office.command(issued.plantId, { command: 'HOLD' })
    await stranger.ack(await plant.next())
    expect(await latest()).toMatchObject({ ackedAt: null })
  })
})

describe('rotating the secret', () => {
  /** Sends a command and answers it with a secret; says whether the answer was taken. */
  async function isAckTaken(plant: ListeningPlant, secret: string): Promise<boolean> {
    await suite.office.command(issued.plantId, { command: 'GET_INFO' })
    await plant.ack(await plant.next(), { secret })
    return (await latest()).ackedAt !== null
  }

  async function rotate(): Promise<string> {
    const { json } = await suite.office.send('POST', `/${issued.plantId}/rotate-secret`)
    return String(json.hmacSecret)
  }

  test('at −1 s only the former holds, at 59:59 both, at 60:01 only the new one', async () => {
    const plant = await contact()
    const former = issued.security.hmacSecret
    const rotatedAtMs = suite.clockMs + 1000
    expect(await isAckTaken(plant, former)).toBe(true)
    suite.clockMs = rotatedAtMs
    const next = await rotate()
    suite.clockMs = rotatedAtMs + 60 * minuteMs - 1000
    expect(await isAckTaken(plant, former)).toBe(true)
    expect(await isAckTaken(plant, next)).toBe(true)
    suite.clockMs = rotatedAtMs + 60 * minuteMs + 1000
    expect(await isAckTaken(plant, former)).toBe(false)
    expect(await isAckTaken(plant, next)).toBe(true)
  })

  test('commands go on with the former until the plant has used the new one, or the hour is over', async () => {
    const plant = await contact()
    const former = issued.security.hmacSecret
    const signer = async (...secrets: string[]) => {
      await suite.office.command(issued.plantId, { command: 'GET_INFO' })
      const message = await plant.next()
      return {
        message,
        at: secrets.findIndex(
          (secret) => message.sig === signCommand(secret, issued.plantId, message),
        ),
      }
    }
    const rotatedAtMs = suite.clockMs
    const next = await rotate()
    const { message, at } = await signer(former, next)
    expect(at).toBe(0)
    await plant.ack(message, { secret: former })
    expect((await signer(former, next)).at).toBe(0)
    await plant.ack((await signer(former, next)).message, { secret: next })
    expect((await signer(former, next)).at).toBe(1)

    suite.clockMs = rotatedAtMs + 60 * minuteMs + 1000
    const third = await rotate()
    expect((await signer(next, third)).at).toBe(0)
    suite.clockMs += 60 * minuteMs + 1000
    expect((await signer(next, third)).at).toBe(1)
  })
})
