import { expect, it } from 'vitest'
import { notSentRefusal, readRefusal } from './refusal'
import { ApiError, TransportError } from '@/api/errors'

const fieldNames = ['name', 'serialNumber', 'templateId']
const refused = (status: number, code: string, details: string[] = []) =>
  new ApiError('updatePlant', status, { code, message: 'Refused', details })
const read = (error: Error | null) => readRefusal(error, fieldNames, 'Saving the plant')

it('shows nothing without an error', () => {
  expect(read(null)).toEqual({ fields: {}, message: undefined, isSerialNumberTaken: false })
})

it('puts details at their fields, and the rest above the button', () => {
  const error = refused(400, 'VALIDATION_ERROR', ['name: is too long', 'weather: is bad'])
  const { fields, message } = read(error)
  expect(fields).toEqual({ name: 'is too long' })
  expect(message?.detail).toContain('weather: is bad')
})

it('needs no message above the button when every detail has a field', () => {
  expect(read(refused(400, 'VALIDATION_ERROR', ['name: is too long'])).message).toBeUndefined()
})

it('puts a taken serial number at its field', () => {
  const { fields, message, isSerialNumberTaken } = read(refused(409, 'PLANT_ALREADY_EXISTS'))
  expect(fields).toEqual({ serialNumber: 'Refused' })
  expect(message).toBeUndefined()
  expect(isSerialNumberTaken).toBe(true)
})

it('does not report the plant as gone when a referenced object is missing', () => {
  const error = refused(404, 'PLANT_NOT_FOUND', [
    'templateId: No template has this ID',
    'weather: is bad',
  ])
  const { fields, message } = read(error)
  expect(fields).toEqual({ templateId: 'No template has this ID' })
  expect(message?.detail).toContain('Refused')
  expect(message?.detail).not.toContain('deleted')
})

it('describes an unknown outcome as unknown', () => {
  const error = new TransportError('updatePlant', 'network')
  expect(read(error).message?.title).toBe('Outcome unknown')
})

it('names a request that was not sent, and when it may be sent', () => {
  expect(notSentRefusal('The plant has changed.', 1_000)).toEqual({
    fields: {},
    message: { title: 'Not sent', detail: 'The plant has changed.', retryAtMs: 1_000 },
    isSerialNumberTaken: false,
  })
})
