import { useWhyForbidden } from './use-why-forbidden'
import type { RunAction } from '@/domain/runs/run-document'

const guarded = { command: 'sendCommand', suspend: 'suspend', reactivate: 'reactivate' } as const

/** Returns a function that tells why the user may not run an action; undefined when the server decides. */
export function useWhyNotRun(): (kind: RunAction['kind']) => string | undefined {
  const whyForbidden = useWhyForbidden()
  return (kind) => whyForbidden(guarded[kind])
}
