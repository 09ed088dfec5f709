import { describe, expect, it } from 'vitest'
import { formatPosition, readPosition } from './site-position'

describe('readPosition', () => {
  it.each([
    [49.22, 17.66],
    [0, 17.66],
    [-90, 180],
    [90, -180],
  ])('accepts %d, %d as a place', (latitude, longitude) => {
    expect(readPosition({ latitude, longitude })).toEqual({ kind: 'place', latitude, longitude })
  })

  it.each([
    [{}],
    [{ latitude: null, longitude: null }],
    [{ latitude: Number.NaN, longitude: undefined }],
  ])('finds no position in %j', (given) => {
    expect(readPosition(given)).toEqual({ kind: 'none' })
  })

  it.each([
    [{ latitude: 49 }, 'The longitude is missing.'],
    [{ latitude: null, longitude: 17 }, 'The latitude is missing.'],
    [{ latitude: 95, longitude: 17 }, 'Latitudes end at 90°, so this isn’t a place on Earth.'],
    [{ latitude: -49, longitude: 1e9 }, 'Longitudes end at 180°, so this isn’t a place on Earth.'],
  ])('explains the problem with %j', (given, why) => {
    expect(readPosition(given)).toEqual({ kind: 'unusable', why })
  })

  it('doubts 0, 0', () => {
    expect(readPosition({ latitude: 0, longitude: -0 })).toMatchObject({
      kind: 'place',
      doubt: expect.stringContaining('was probably never entered') as string,
    })
  })
})

it.each([
  [49.22437, 17.6628, '49.2244° N, 17.6628° E'],
  [-33.9, -70, '33.9000° S, 70.0000° W'],
  [-0.000001, 0, '0.0000° N, 0.0000° E'],
])('formats %d, %d', (latitude, longitude, text) => {
  expect(formatPosition(latitude, longitude)).toBe(text)
})
