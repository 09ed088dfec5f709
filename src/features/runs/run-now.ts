import type { RunNow } from '@/domain/runs/run-rules'
import { deviceNow, serverNow } from '@/lib/server-clock'

/** Returns the present moment by both clocks. */
export const runNow = (): RunNow => ({ nowMs: deviceNow(), serverMs: serverNow() })
