export function findBrowser(): string | undefined
export function launchArgs(): string[]
export function isRunnable(path: string): boolean
