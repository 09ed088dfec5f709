import { expect, test } from 'vitest'
import { fieldErrors } from './error-details'
import { fc } from '@/lib/test-properties'

const fields = ['name', 'serialNumber', 'type', 'metadata']
const short = 'must not be empty'

test.each<[string, unknown]>([
  ['a list of "path: message"', [`name: ${short}`]],
  ['a list with the place in the request', [`body.name: ${short}`]],
  ['one string', `name: ${short}`],
  ['a map', { name: short }],
  ['a map of lists', { name: [short] }],
  ['a map of objects', { name: { message: short } }],
  ['an error within an error', { errors: { name: short } }],
  ['issues with a path list', { issues: [{ path: ['name'], message: short, code: 'too_small' }] }],
  ['issues with the body in the path', [{ loc: ['body', 'name'], msg: short }]],
  ['issues with a pointer', { errors: [{ instancePath: '/name', message: short }] }],
  ['issues with a field', [{ field: 'name', message: short }]],
  ['a formatted tree', { body: { name: { _errors: [short] } } }],
  ['a flattened error', { formErrors: [], fieldErrors: { name: [short] } }],
  ['a tree', { errors: [], properties: { name: { errors: [short] } } }],
])('%s reaches its field', (_shape, details) => {
  expect(fieldErrors(details, fields)).toEqual({ fields: { name: short }, rest: [] })
})

test('several messages for one field are joined, without duplicates', () => {
  const details = { issues: [`name: ${short}`, { path: 'name', message: 'x' }], name: [short] }
  expect(fieldErrors(details, fields).fields).toEqual({ name: `${short}; x` })
})

test('messages nested below a field belong to it', () => {
  expect(fieldErrors(['metadata.site.0.kwp: too big'], fields).fields).toEqual({
    metadata: 'too big',
  })
})

test('messages for fields outside this form are kept, with their path', () => {
  const details = ['signals.0.bit: must be an integer >= 0', 'Nope', { path: ['x'], message: 'y' }]
  expect(fieldErrors(details, fields)).toEqual({
    fields: {},
    rest: ['signals.0.bit: must be an integer >= 0', 'Nope', 'x: y'],
  })
})

test('a colon in a sentence does not make a field', () => {
  expect(fieldErrors(['Hint: see the manual', 'name is odd: why'], fields)).toEqual({
    fields: {},
    rest: ['Hint: see the manual', 'name is odd: why'],
  })
})

test('a field named like a wrapper or a message key is still a field', () => {
  expect(fieldErrors({ data: 'a', message: 'b' }, ['data', 'message']).fields).toEqual({
    data: 'a',
    message: 'b',
  })
})

test.each([null, undefined, {}, [], '', '   ', 0, true, Number.NaN])(
  '%j contains no message',
  (value) => {
    expect(fieldErrors(value, fields)).toEqual({ fields: {}, rest: [] })
  },
)

test('malicious keys change no prototype', () => {
  const details: unknown = JSON.parse('{"__proto__":{"name":"a"},"constructor":{"name":"b"}}')
  const { fields: found } = fieldErrors(details, [...fields, '__proto__', 'toString'])
  expect(Object.getPrototypeOf(found)).toBe(Object.prototype)
  expect(found).not.toHaveProperty('name')
})

test('depth, number and length are bounded', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}"x"${']'.repeat(50_000)}`)
  expect(fieldErrors(deep, fields)).toEqual({ fields: {}, rest: [] })
  const many = Array.from({ length: 100_000 }, (_, index) => `message ${index}`)
  expect(fieldErrors(many, fields).rest).toHaveLength(50)
  const long = fieldErrors({ name: 'x'.repeat(1e6), other: 'y'.repeat(1e6) }, fields)
  expect(long.fields['name']).toHaveLength(500)
  expect(long.rest[0]).toHaveLength(500)
})

test('any JSON is sorted without throwing, and messages go only to fields of the form', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 12 }), fc.array(fc.string()), (details, known) => {
      const result = fieldErrors(details, known)
      const allowed = new Set(known)
      expect(Object.keys(result.fields).every((field) => allowed.has(field))).toBe(true)
      expect([...Object.values(result.fields), ...result.rest].join('')).not.toContain('undefined')
    }),
  )
})

test('any message for a field reaches it, in every supported shape', () => {
  const message = fc.string({ minLength: 1, maxLength: 100 }).filter((text) => /^\w+$/.test(text))
  fc.assert(
    fc.property(message, fc.constantFrom(...fields), (text, field) => {
      const shapes = [
        [`${field}: ${text}`],
        { [field]: [text] },
        [{ path: [field], message: text }],
      ]
      for (const shape of shapes) {
        expect(fieldErrors(shape, fields)).toEqual({ fields: { [field]: text }, rest: [] })
      }
    }),
  )
})
