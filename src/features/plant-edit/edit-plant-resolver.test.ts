import { expect, it } from 'vitest'
import { editPlantResolver } from './edit-plant-resolver'
import type { PlantDetail } from '@/api/plant-schemas'
import { toEdited } from '@/domain/plant/plant-edit'

const opened: PlantDetail = {
  id: 'p',
  name: 'FVE Tábor',
  serialNumber: 'T-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  metadata: '{"k":1}',
  templateId: 'not a UUID',
}
const edited = toEdited(opened)
const resolve = (change: Partial<typeof edited>) =>
  editPlantResolver(opened)({ ...edited, ...change }, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  })

it('accepts changed fields, whatever the values that stay', async () => {
  expect(await resolve({ name: 'Hall 4' })).toMatchObject({
    values: { name: 'Hall 4' },
    errors: {},
  })
})

it.each([
  ['{"k":', /^Line 1, column \d+: /],
  [' ', /^Metadata can’t be removed/],
])('explains a mistake in metadata %j', async (metadata, message) => {
  const { errors } = await resolve({ metadata })
  expect(errors).toMatchObject({ metadata: { message: expect.stringMatching(message) } })
})

it('shows the mistake at its field', async () => {
  const { values, errors } = await resolve({ name: '' })
  expect([values, Object.keys(errors)]).toEqual([{}, ['name']])
})
