import { StepFailed } from './step.mjs'

/**
 * Returns the base path of the dashboard, with a leading and a trailing slash, from `--base /plantdeck/` or
 * `--base=/plantdeck/`.
 * @param {readonly string[]} args
 */
export function baseOf(args) {
  const at = args.findIndex((arg) => arg === '--base' || arg.startsWith('--base='))
  if (at === -1) return '/'
  const given = args[at]?.includes('=') ? args[at]?.slice('--base='.length) : args[at + 1]
  if (given === undefined || !/^\/?([\w.~-]+(\/[\w.~-]+)*\/?)?$/.test(given)) {
    throw new StepFailed(`--base takes a path such as /plantdeck/, not "${given ?? ''}".`)
  }
  return `/${given}/`.replaceAll(/\/+/g, '/')
}
