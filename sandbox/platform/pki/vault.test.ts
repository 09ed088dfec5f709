import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderForThisTest } from './test-openssl'
import { openVault } from './vault'

test('opens sealed text, including after a restart and with any characters', () => {
  const folder = folderForThisTest()
  for (const text of ['', 'tajný klíč \u{1F511}', 'x'.repeat(5_000)]) {
    const sealed = openVault(folder).seal(text, 'plant-1')
    expect(sealed).toMatch(/^v1\.[\w-]+$/)
    expect(openVault(folder).open(sealed, 'plant-1')).toBe(text)
  }
})

test('seals the same text differently each time', () => {
  const vault = openVault(folderForThisTest())
  expect(vault.seal('secret', 'plant-1')).not.toBe(vault.seal('secret', 'plant-1'))
})

test('refuses a secret under another plant or in another data folder', () => {
  const vault = openVault(folderForThisTest())
  const sealed = vault.seal('secret', 'plant-1')
  expect(() => vault.open(sealed, 'plant-2')).toThrow('another owner')
  expect(() => openVault(folderForThisTest()).open(sealed, 'plant-1')).toThrow('another key')
})

test('detects any flipped bit', () => {
  const vault = openVault(folderForThisTest())
  const sealed = vault.seal('secret', 'plant-1')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => vault.open(`v1.${flipped.toString('base64url')}`, 'plant-1')).toThrow('changed')
  }
})

test('refuses other spellings, shorter texts and other versions', () => {
  const vault = openVault(folderForThisTest())
  // 29 bytes end in a base64 digit with spare bits, so another digit would decode to the same bytes.
  const sealed = vault.seal('x', 'plant-1')
  const spelled = sealed.slice(0, -1) + neighbour(sealed.slice(-1))
  expect(Buffer.from(spelled.slice(3), 'base64url')).toEqual(
    Buffer.from(sealed.slice(3), 'base64url'),
  )
  for (const wrong of [spelled, sealed.slice(0, -2), `${sealed}=`, sealed.slice(3), 'v1.', '']) {
    expect(() => vault.open(wrong, 'plant-1')).toThrow('not of the form')
  }
  expect(() => vault.open(sealed.replace('v1', 'v2'), 'plant-1')).toThrow('not of the form')
})

test('stores the key in a file that only the owner can read, and nothing else', () => {
  const folder = folderForThisTest()
  openVault(folder)
  expect(readdirSync(folder)).toEqual(['sealing-key'])
  expect(statSync(join(folder, 'sealing-key')).mode & 0o777).toBe(0o600)
})

test('makes a file left by a crash private before writing the key', () => {
  const folder = folderForThisTest()
  writeFileSync(join(folder, 'sealing-key.new'), 'half', { mode: 0o644 })
  openVault(folder)
  expect(readdirSync(folder)).toEqual(['sealing-key'])
  expect(statSync(join(folder, 'sealing-key')).mode & 0o777).toBe(0o600)
})

test('rejects a key of the wrong length and keeps the file', () => {
  const folder = folderForThisTest()
  for (const content of ['', 'short', 'x'.repeat(33)]) {
    writeFileSync(join(folder, 'sealing-key'), content)
    expect(() => openVault(folder)).toThrow(`must have 32 bytes, but has ${content.length}`)
    expect(readFileSync(join(folder, 'sealing-key'), 'utf8')).toBe(content)
  }
})

function neighbour(digit: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return digits.charAt(digits.indexOf(digit) ^ 1)
}
