// Parses, checks and encodes pages of the list in a thread of its own, so that a user can type meanwhile.
import '@/lib/zod-without-eval'
import { expose, transfer } from 'comlink'
import { buffersOf } from './page-columns'
import { encodePage } from './page-encoder'

/** The functions of the worker. */
export interface FleetWorker {
  encodePage: typeof encodePage
}

const functions: FleetWorker = {
  encodePage: (...page) => {
    const encoded = encodePage(...page)
    return transfer(encoded, buffersOf(encoded.columns))
  },
}
expose(functions)
