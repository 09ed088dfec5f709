export function findBrowser(): string | undefined
export function launchArgs(): string[]
export function answers(path: string): boolean
