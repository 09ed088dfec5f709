import { describe, expect, test } from 'vitest'
import { signCommand } from '#sandbox/platform/protocol/signatures'
import { commandSuite } from '#sandbox/proof/testing/command-suite'
import { ListeningPlant } from '#sandbox/proof/testing/plant-client'
import { minuteMs } from '@/lib/instants'

const { suite, issued, latest, contact } = commandSuite()

describe('acks', () => {
  test('count only the first one for a command', async () => {
    const plant = await contact()
    await suite.admin.command(issued().plantId, { command: 'HOLD' })
    const command = await plant.next()
    await plant.ack(command, { st: 'ERROR', n: 'one' })
    await plant.ack(command, { st: 'OK', n: 'two' })
    expect(await latest()).toMatchObject({ responseStatus: 'ERROR' })
  })

  test('accept a nonce only once', async () => {
    const plant = await contact()
    await suite.admin.command(issued().plantId, { command: 'HOLD' })
    await plant.ack(await plant.next(), { n: 'same' })
    await suite.admin.command(issued().plantId, { command: 'DEFAULT' })
    const second = await plant.next()
    await plant.ack(second, { n: 'same' })
    expect(await latest()).toMatchObject({ command: 'DEFAULT', ackedAt: null })
    await plant.ack(second, { n: 'other' })
    expect(await latest()).toMatchObject({ command: 'DEFAULT', responseStatus: 'OK' })
  })

  test('with a wrong signature are ignored and count as authentication failures', async () => {
    const plant = await contact()
    await suite.admin.command(issued().plantId, { command: 'HOLD' })
    const command = await plant.next()
    await plant.ack(command, { secret: 'another secret' })
    await plant.ack(command, { sig: '00' })
    expect(await latest()).toMatchObject({ ackedAt: null, responseStatus: null })
    expect(await suite.admin.plant(issued().plantId)).toMatchObject({ authFailureCount: 2 })
  })

  test('from another plant are ignored', async () => {
    const plant = await contact()
    const other = await suite.admin.newPackage()
    const stranger = await ListeningPlant.start(other)
    await suite.admin.command(issued().plantId, { command: 'HOLD' })
    await stranger.ack(await plant.next())
    expect(await latest()).toMatchObject({ ackedAt: null })
  })
})

describe('rotating the secret', () => {
  /** Sends a command and acknowledges it with a secret; returns true if the ack is accepted. */
  async function isAckTaken(plant: ListeningPlant, secret: string): Promise<boolean> {
    await suite.admin.command(issued().plantId, { command: 'GET_INFO' })
    await plant.ack(await plant.next(), { secret })
    return (await latest()).ackedAt !== null
  }

  async function rotate(): Promise<string> {
    const { json } = await suite.admin.send('POST', `/${issued().plantId}/rotate-secret`)
    return String(json.hmacSecret)
  }

  test('keeps the old secret valid next to the new one for 60 minutes', async () => {
    const plant = await contact()
    const previous = issued().security.hmacSecret
    const rotatedAtMs = suite.clockMs + 1000
    expect(await isAckTaken(plant, previous)).toBe(true)
    suite.clockMs = rotatedAtMs
    const next = await rotate()
    suite.clockMs = rotatedAtMs + 60 * minuteMs - 1000
    expect(await isAckTaken(plant, previous)).toBe(true)
    expect(await isAckTaken(plant, next)).toBe(true)
    suite.clockMs = rotatedAtMs + 60 * minuteMs + 1000
    expect(await isAckTaken(plant, previous)).toBe(false)
    expect(await isAckTaken(plant, next)).toBe(true)
  })

  test('signs commands with the old secret until the plant uses the new one or 60 minutes have passed', async () => {
    const plant = await contact()
    const previous = issued().security.hmacSecret
    const signer = async (...secrets: string[]) => {
      await suite.admin.command(issued().plantId, { command: 'GET_INFO' })
      const message = await plant.next()
      return {
        message,
        at: secrets.findIndex(
          (secret) => message.sig === signCommand(secret, issued().plantId, message),
        ),
      }
    }
    const rotatedAtMs = suite.clockMs
    const next = await rotate()
    const { message, at } = await signer(previous, next)
    expect(at).toBe(0)
    await plant.ack(message, { secret: previous })
    expect((await signer(previous, next)).at).toBe(0)
    await plant.ack((await signer(previous, next)).message, { secret: next })
    expect((await signer(previous, next)).at).toBe(1)

    suite.clockMs = rotatedAtMs + 60 * minuteMs + 1000
    const third = await rotate()
    expect((await signer(next, third)).at).toBe(0)
    suite.clockMs += 60 * minuteMs + 1000
    expect((await signer(next, third)).at).toBe(1)
  })
})
