import { describe, expect, it } from 'vitest'
import { readPem } from './pem'

const pem = (label: string, body: string) =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`

describe('readPem', () => {
  it('reads blocks in order and skips the text around them', () => {
    const text = `subject=CN=x\n${pem('CERTIFICATE', 'AQI=')}\r\n${pem('PRIVATE KEY', 'AwQ\r\nF')}`
    expect(readPem(text)).toEqual([
      { label: 'CERTIFICATE', bytes: Uint8Array.of(1, 2) },
      { label: 'PRIVATE KEY', bytes: Uint8Array.of(3, 4, 5) },
    ])
  })

  it.each([
    ['nothing', ''],
    ['text that is not PEM', 'hello'],
    ['a block without an end', '-----BEGIN CERTIFICATE-----\nAQI='],
    ['mismatched labels', '-----BEGIN A-----\nAQI=\n-----END B-----'],
    ['invalid base64', pem('CERTIFICATE', '*')],
    ['an empty block', pem('CERTIFICATE', '')],
  ])('finds nothing in %s', (_what, text) => {
    expect(readPem(text)).toEqual([])
  })
})
