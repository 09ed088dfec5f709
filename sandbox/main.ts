import { type SandboxOptions, readOptions, usage } from './options'
import { startPlatform } from './platform'
import { restoreBackup } from './platform/backup/restore-backup'
import { writeBackup } from './platform/backup/write-backup'
import { optionsOrExit } from './platform/cli/options-or-exit'
import { startFailure } from './platform/cli/start-failure'

// The data folder is for its owner only: keys have explicit modes, the database depends on this mask.
process.umask(0o077)
const options = optionsOrExit(readOptions, usage)
try {
  await run(options)
} catch (error) {
  console.error(startFailure(error) ?? error)
  process.exit(1)
}

function run({ backup, restore, dataFolder }: SandboxOptions): Promise<void> | void {
  if (backup !== undefined) {
    writeBackup(dataFolder, backup)
    return console.log(`${backup} is a backup of ${dataFolder} and contains its keys: keep it safe`)
  }
  if (restore !== undefined) {
    restoreBackup(restore, dataFolder)
    return console.log(`restored ${restore} into ${dataFolder}; start with --data ${dataFolder}`)
  }
  return serve()
}

async function serve(): Promise<void> {
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
}
