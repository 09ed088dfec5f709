export function baseOf(args: readonly string[]): string
