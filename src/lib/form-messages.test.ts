import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { formMessage } from './form-messages'

const schema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(3)),
  type: z.enum(['A', 'B']),
  limit: z.int().check(z.minimum(1), z.maximum(100)),
  organizationId: z.optional(z.uuid()),
})

test.each([
  [{ name: '' }, 'Required.'],
  [{ name: 'long' }, 'At most 3 characters.'],
  [{ type: '' }, 'Choose one from the list.'],
  [{ limit: 0 }, 'At least 1.'],
  [{ limit: 101 }, 'At most 100.'],
  [{ organizationId: '1234' }, 'Not a valid UUID.'],
])('describes the mistake in %j: %s', (change, message) => {
  const valid = { name: 'x', type: 'A', limit: 1 }
  const { error } = z.safeParse(schema, { ...valid, ...change }, { error: formMessage })
  expect(error?.issues.map((issue) => issue.message)).toEqual([message])
})
