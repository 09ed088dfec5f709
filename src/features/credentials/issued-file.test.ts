import { expect, it } from 'vitest'
import { issuedFile } from './issued-file'
import type { Issued } from '@/api/provisioning'

it('names the file after the plant and its content, and writes what the server sent', () => {
  const rotatedSecret = { hmacSecret: 's', unreadable: ['rotatedAt'] }
  // Only the members that the file has.
  const issued = { action: 'rotate-secret', rotatedSecret } as unknown as Issued
  const { name, content, type } = issuedFile(issued, { serialNumber: 'A/1' })
  expect(name).toBe('A-1-hmac-secret.json')
  expect(type).toBe('application/json')
  expect(JSON.parse(content)).toEqual({ hmacSecret: 's' })
})
