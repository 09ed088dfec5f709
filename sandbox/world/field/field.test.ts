import { expect, onTestFinished, test, vi } from 'vitest'
import { Field, type FieldPlant } from './field'
import { topicsOf } from '#sandbox/platform/protocol/topics'
import { PlainBroker } from '#sandbox/world/field/testing/plain-broker'
import { roof, samplePackage } from '#sandbox/world/field/testing/sample-plant'

const soon = { timeout: 10_000, interval: 10 }

function fieldPlant(plantId: string): FieldPlant {
  const sample = samplePackage()
  const mqtt = { ...sample.mqtt, topics: topicsOf(plantId) }
  return { package: { ...sample, plantId, mqtt }, site: { ...roof, seed: plantId } }
}

test('runs its plants, installs packages and stops the plants', async () => {
  const broker = await PlainBroker.start()
  const reported = new Set<string>()
  const onEvent = (plantId: string) => void reported.add(plantId)
  const field = new Field({ seed: 1, connect: broker.connect, onEvent })
  onTestFinished(() => field.stop())
  const ids = Array.from({ length: 20 }, (_, n) => `plant-${n}`)
  for (const id of ids) field.add(fieldPlant(id))
  await vi.waitFor(() => expect(field.connectedPlants).toBe(20), soon)
  expect(field.plantIds).toEqual(ids)
  expect(reported).toEqual(new Set(ids))

  expect(field.install('unknown', samplePackage())).toBe(false)
  const { package: previous } = fieldPlant('plant-3')
  const newer = { ...previous, security: { ...previous.security, password: 'newer' } }
  expect(field.install('plant-3', newer)).toBe(true)
  await vi.waitFor(() => expect(broker.statuses('plant-3')).toHaveLength(3), soon)

  await field.remove('plant-0')
  expect(field.has('plant-0')).toBe(false)
  expect(broker.statuses('plant-0').at(-1)).toMatchObject({ reason: 'stopped' })
  await field.stop()
  await vi.waitFor(() => expect(broker.connectedClients).toBe(0), soon)
})

test('starts a plant as degraded', async () => {
  const broker = await PlainBroker.start()
  const field = new Field({ seed: 1, connect: broker.connect })
  onTestFinished(() => field.stop())
  field.add({ ...fieldPlant('plant-a'), state: 'degraded' })
  await vi.waitFor(() => expect(broker.statuses('plant-a')[0]?.state).toBe('degraded'), soon)
})

test('removes plants immediately that never connected', async () => {
  const connect = vi.fn()
  const field = new Field({ seed: 1, connect })
  field.add(fieldPlant('plant-a'))
  field.add(fieldPlant('plant-b'))
  await field.stop()
  expect(field.plantIds).toEqual([])
  expect(connect).not.toHaveBeenCalled()
})
