import { expect, test } from 'vitest'
import { ApiError } from './errors'
import { isPlantGone } from './plant-gone'

const notFound = (details?: unknown) =>
  new ApiError('updatePlant', 404, { code: 'PLANT_NOT_FOUND', details })

test('a 404 without a field is about the plant itself', () => {
  expect(isPlantGone(notFound())).toBe(true)
  expect(isPlantGone(notFound([]))).toBe(true)
})

test.each(['templateId', 'organizationId'])(
  'a 404 that names %s is about something else',
  (field) => {
    expect(isPlantGone(notFound([`${field}: not found`]))).toBe(false)
    expect(isPlantGone(notFound([{ path: ['body', field], message: 'not found' }]))).toBe(false)
  },
)

test('other errors say nothing about the plant', () => {
  expect(isPlantGone(new ApiError('getPlant', 404, {}))).toBe(false)
  expect(isPlantGone(new Error('404'))).toBe(false)
  expect(isPlantGone(undefined)).toBe(false)
})
