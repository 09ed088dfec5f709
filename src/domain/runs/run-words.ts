import type { RunAction } from './run-document'
import type { HaltReason, PauseReason, RunPhase } from './run-progress'
import type { RunRowState } from './run-row'
import { commandStatusMeanings } from '@/domain/commands/command-status'
import type { Meaning } from '@/domain/status/meaning'

/** Meaning of each state of a plant in a run. Green only after the plant itself answered OK, or a change was carried out. */
export const runStateMeanings: Record<RunRowState, Meaning> = {
  'not-sent': { label: 'Not sent', tone: 'neutral', hint: 'Nothing was sent to it.' },
  'held-back': {
    label: 'Held back',
    tone: 'warn',
    hint: 'It wasn’t as planned when its turn came, so nothing was sent.',
  },
  sending: commandStatusMeanings.sending,
  waiting: { label: 'Waiting', tone: 'info', hint: 'Sent. The plant hasn’t answered yet.' },
  ok: { label: 'OK', tone: 'ok', hint: 'The plant answered OK, or the change was carried out.' },
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
  halted: 'Halted by its rules',
  stopped: 'Stopped',
  finished: 'Finished',
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
  rate: 'The platform asked to slow down. The run goes on by itself after the wait.',
  session: 'Your session has ended. Sign in, then resume.',
  forbidden: 'The platform no longer lets you do this. Resume when you have the right again.',
  offline: 'The platform can’t be reached. Nothing is sent until you resume.',
  storage: 'This browser can’t store the run any more. Nothing is sent without a note of it.',
  interrupted:
    'The page that carried out this run was closed or reloaded. What was being sent then has an unknown outcome until the plants’ records show it. Nothing goes on by itself.',
}

/** The rules that halt a run, in words. */
export const haltWords: Record<HaltReason, string> = {
  canary: 'The first plants are not well, so no others were touched.',
  advance: 'Too few plants of the last wave answered OK.',
  brake: 'Too many plants failed or have an unknown outcome.',
}

/** Returns the name of what a run does, as "GET_INFO" or "Suspend". */
export function actionLabel(action: RunAction): string {
  if (action.kind === 'command') return action.content.command
  return action.kind === 'suspend' ? 'Suspend' : 'Reactivate'
}
