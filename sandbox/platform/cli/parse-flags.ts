import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './options-or-exit'

/**
 * Parses a command line as `parseArgs` does.
 * @throws UsageError for an unknown flag or a missing value
 */
export function parseFlags<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
