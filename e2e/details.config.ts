// Runs the specs about details. With them, `npm test` would take much longer than ten minutes, so they have their own script.
import config from './playwright.config'

export default { ...config, testMatch: 'details/*.spec.ts', testIgnore: [] }
