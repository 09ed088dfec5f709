import { secondMs } from './instants'

/** Formats a remaining or elapsed time as `42:10`, or `1:02:03` from one hour: whole seconds, rounded down. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.floor(leftMs / secondMs))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown
    .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}
