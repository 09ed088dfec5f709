function refuse(): never {
  throw new TypeError('refused')
}

const refuseAll = new Proxy({}, { get: () => refuse })

function withProperty(name: 'name' | 'message', descriptor: PropertyDescriptor): Error {
  return Object.defineProperty(new Error('x'), name, descriptor)
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** Values that break careless readers because `String(value)` or `instanceof` throws, each with its name. */
export const unreadableValues: readonly (readonly [string, unknown])[] = [
  ['an object whose toString is not a function', { toString: false }],
  ['an object whose toString throws', { toString: refuse }],
  ['an object whose toString returns an object', { toString: () => ({}), valueOf: () => ({}) }],
  ['an object without a prototype', Object.create(null)],
  ['an object whose tag throws', Object.defineProperty({}, Symbol.toStringTag, { get: refuse })],
  ['an array with a symbol in it', [Symbol('s')]],
  ['an array with an object without a prototype', [Object.create(null)]],
  ['an error whose message throws', withProperty('message', { get: refuse })],
  ['an error whose name throws', withProperty('name', { get: refuse })],
  ['an error whose message is a symbol', withProperty('message', { value: Symbol('s') })],
  ['an error whose name is an object', withProperty('name', { value: Object.create(null) })],
  ['a proxy that refuses every access', new Proxy({}, refuseAll)],
  ['an error behind a proxy that refuses every access', new Proxy(new Error('x'), refuseAll)],
  ['a revoked proxy', revoked()],
]
