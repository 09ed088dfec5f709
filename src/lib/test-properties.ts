// The only entry point to fast-check. `npm test` uses a fixed seed, so a first run never fails by chance; `npm run
// test:fuzz` uses a random seed and multiplies the number of runs.
import fc from 'fast-check'
import process from 'node:process'

const { PLANTDECK_FUZZ_SEED: seed = '1', PLANTDECK_FUZZ_TIMES: times = '1' } = process.env

fc.configureGlobal({ seed: Number(seed), numRuns: 100 * Number(times) })

const codePoint = fc
  .oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code))

/**
 * Text of any code points, including control characters and lone surrogates. fast-check's own arbitrary takes seconds
 * to build.
 */
function anyText(constraints: { minLength?: number; maxLength?: number } = {}) {
  return fc.string({ ...constraints, unit: codePoint })
}

/** Returns false for text with half a surrogate pair, which UTF-8 cannot encode. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

export { anyText, fc, isWellFormed }
