import * as z from 'zod/mini'
import type { RunAction } from './run-document'
import { defaultRunSettings, runSettingsSchema } from './run-settings'
import { sendCommandSchema } from '@/api/send-command'

/** Longest note of a run, in characters. */
export const maxNoteLength = 1000

const shared = { note: z.string().check(z.maxLength(maxNoteLength)), settings: runSettingsSchema }
const commandForm = z.object({ ...shared, content: sendCommandSchema })
/** Another action sends no command; what was typed for one is kept, but not checked. */
const changeForm = z.object({
  ...shared,
  content: z.object({
    command: z.string(),
    payload: z.optional(z.string()),
    target: z.optional(z.string()),
  }),
})

/** Values of the form that plans a run. */
export type PlanValues = z.infer<typeof changeForm>

/** The values that the form begins with. */
export const emptyPlan: PlanValues = {
  note: '',
  settings: defaultRunSettings,
  content: { command: '', payload: '', target: '' },
}

/** Returns the schema of the form for an action. */
export function planFormSchema(kind: RunAction['kind']): typeof changeForm {
  return kind === 'command' ? commandForm : changeForm
}

/** Returns the values as they are meant: blanks around the name don't count, and blank fields are left out. */
export function asMeant({ content, ...rest }: PlanValues): PlanValues {
  const payload = blankAsNone(content.payload)
  const target = blankAsNone(content.target)
  return { ...rest, content: { command: content.command.trim(), payload, target } }
}

function blankAsNone(text: string | undefined): string | undefined {
  return text?.trim() ? text : undefined
}
