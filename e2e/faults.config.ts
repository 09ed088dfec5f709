// What goes wrong, in every way it can: slower than `npm test` may be, so it has a script of its own.
import config from './playwright.config'

export default { ...config, testMatch: 'faults/*.spec.ts', testIgnore: [] }
