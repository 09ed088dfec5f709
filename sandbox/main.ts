import { readOptions, usage } from './options'
import { startPlatform } from './platform'
import { optionsOrExit } from './platform/cli/options-or-exit'
import { startFailure } from './platform/cli/start-failure'

// The data folder is for its owner only: keys have explicit modes, the database depends on this mask.
process.umask(0o077)
const options = optionsOrExit(readOptions, usage)
try {
  const platform = await startPlatform(options)
  const { url, plants, mqttPort } = platform
  console.log(
    `ready ${url}${options.basePath.slice(0, -1)} with ${plants} plants in ${options.dataFolder}; plants connect to ${options.mqttHost}:${mqttPort}`,
  )
  const stop = () => {
    platform.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(startFailure(error) ?? error)
  process.exit(1)
}
