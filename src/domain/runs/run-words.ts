import type { RunAction } from './run-document'
import type { HaltReason, PauseReason, RunPhase } from './run-progress'
import type { RunRowState } from './run-row'
import { serverRefused } from '@/api/error-messages'
import { commandStatusMeanings } from '@/domain/commands/command-status'
import type { Meaning } from '@/domain/status/meaning'
import { countOf } from '@/lib/format-count'

/** Meaning of each state of a plant in a run. Green only after the plant itself answered OK, or its lifecycle was changed. */
export const runStateMeanings: Record<RunRowState, Meaning> = {
  'not-sent': { label: 'Not sent', tone: 'neutral', hint: 'Nothing was sent to it.' },
  'held-back': {
    label: 'Held back',
    tone: 'warn',
    hint: 'It wasn’t as planned when its turn came, so nothing was sent.',
  },
  sending: commandStatusMeanings.sending,
  waiting: { label: 'Waiting', tone: 'info', hint: 'Sent. The plant hasn’t answered yet.' },
  ok: { label: 'OK', tone: 'ok', hint: 'The plant answered OK, or its lifecycle was changed.' },
  answered: commandStatusMeanings.answered,
  error: { label: 'Error', tone: 'danger', hint: 'The plant answered with an error.' },
  refused: commandStatusMeanings.refused,
  'no-answer': {
    label: 'No answer',
    tone: 'warn',
    hint: 'The plant didn’t answer in time. It may still answer.',
  },
  unknown: commandStatusMeanings.unknown,
}

/** Phases in words. */
export const phaseWords: Record<RunPhase, string> = {
  ready: 'Not started',
  running: 'Running',
  paused: 'Paused',
  halted: 'Stopped automatically',
  stopped: 'Stopped',
  finished: 'Finished',
}

/** Returns the word for the end of a run, with its time: one that was stopped may still await answers. */
export function endWord(phase: RunPhase): 'finished' | 'stopped' {
  return phase === 'finished' ? 'finished' : 'stopped'
}

/** Tones of the phases. */
export const phaseTones: Record<RunPhase, Meaning['tone']> = {
  ready: 'neutral',
  running: 'info',
  paused: 'warn',
  halted: 'danger',
  stopped: 'neutral',
  finished: 'neutral',
}

/** The reasons of a pause, in sentences. */
export const pauseWords: Record<PauseReason, string> = {
  user: 'Paused by you. Nothing is sent until you resume.',
  rate: 'The platform asked to slow down. The run continues by itself after the wait.',
  session: 'Your session has ended. Sign in, then resume.',
  forbidden: 'The platform no longer lets you do this. Resume once you have permission again.',
  offline: 'The platform can’t be reached. Nothing is sent until you resume.',
  storage:
    'This browser can no longer store the run. Every request must be stored before it is sent.',
  interrupted:
    'The page that was sending this run was closed or reloaded. Requests that were under way have an unknown outcome until the plants’ records show it. Nothing is sent until you resume.',
}

const haltWords: Record<HaltReason, (first: number) => string> = {
  canary: (first) => `The run stopped after its first ${first === 1 ? 'plant' : 'plants'}.`,
  advance: () => 'Too few plants in the last wave are OK.',
  brake: () => 'Too many plants failed or have an unknown outcome.',
}

/** Returns the rule that halted a run, in a sentence. `first` is the number of plants that were first. */
export function haltTitle(reason: HaltReason, first: number): string {
  return haltWords[reason](first)
}

/** Returns the title of the problems of a run that ended without being halted for them. `first` is the number of plants that were first. */
export function problemsTitle(first: number): string {
  return `Problems found after watching the first ${first === 1 ? 'plant' : 'plants'}`
}

const refusedThing: Record<RunAction['kind'], string> = {
  command: 'command to',
  suspend: 'suspension of',
  reactivate: 'reactivation of',
}

/** Says that the server refused an action for some plants, and why. `refusal` is the kept text of the refusal; '' if unknown. */
export function refusedSentence(kind: RunAction['kind'], names: string, refusal: string): string {
  const sentence = `${serverRefused} the ${refusedThing[kind]} ${names}`
  const isPlain = refusal.startsWith(serverRefused)
  const why = isPlain ? refusal.slice(serverRefused.length).replace(/^: /, '') : refusal
  if (why === '') return `${sentence}.`
  return `${sentence}: ${why}${/[.!?]$/.test(why) ? '' : '.'}`
}

/** The kinds of action in the order of their buttons, with the labels; manuals and scripts rely on these. */
export const actionKinds = {
  command: 'Send command',
  suspend: 'Suspend',
  reactivate: 'Reactivate',
} as const satisfies Record<RunAction['kind'], string>

/** Returns the name of a run's action, as "GET_INFO" or "Suspend". */
export function actionLabel(action: RunAction): string {
  return action.kind === 'command' ? action.content.command : actionKinds[action.kind]
}

/** Returns the title of a run: "GET_INFO to 4 plants", "Suspend 4 plants". A command's name is untrusted text. */
export function runTitle(action: RunAction, plants: number): string {
  const to = action.kind === 'command' ? ' to' : ''
  return `${actionLabel(action)}${to} ${countOf(plants, 'plant')}`
}

/** Words for plants that answered, or whose lifecycle was changed: "3 of 9 plants suspended". */
export const answeredWords: Record<RunAction['kind'], string> = {
  command: 'answered',
  suspend: 'suspended',
  reactivate: 'reactivated',
}

/** Predicates for plants that are OK, and for those that aren't; the outcome of the latter may also be unknown. */
export const okWords: Record<
  RunAction['kind'],
  { isOk: string; oneIsOk: string; isNotOk: string }
> = {
  command: { isOk: 'answered OK', oneIsOk: 'answered OK', isNotOk: 'didn’t answer OK' },
  suspend: {
    isOk: 'were suspended',
    oneIsOk: 'was suspended',
    isNotOk: 'couldn’t be confirmed as suspended',
  },
  reactivate: {
    isOk: 'were reactivated',
    oneIsOk: 'was reactivated',
    isNotOk: 'couldn’t be confirmed as reactivated',
  },
}
