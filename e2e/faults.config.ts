// Runs the specs about failures. They are too slow for `npm test`, so they have their own script.
import config from './playwright.config'

export default { ...config, testMatch: 'faults/*.spec.ts', testIgnore: [] }
