/** Invalid command line; the message names the flag and the values it accepts. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Returns the options of the command line. Ends the process with the usage when that is asked for (`read` returns null),
 * and with exit code 2 and the reason after a `UsageError`.
 */
export function optionsOrExit<Options>(
  read: (args: readonly string[]) => Options | null,
  usage: string,
): Options {
  try {
    const options = read(process.argv.slice(2))
    if (options) return options
    console.log(usage)
    process.exit(0)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`${error.message}\nSee --help.`)
    process.exit(2)
  }
}
