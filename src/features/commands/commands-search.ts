import * as z from 'zod/mini'
import type { AnswerGroup } from '@/domain/commands/command-status'

// A list of its own: the rules that filter are not part of the first screen.
const answers: readonly AnswerGroup[] = ['ok', 'error', 'other', 'none']

/** Search parameters of a plant's commands; invalid ones are ignored. They never fill in a command. */
export const commandsSearchSchema = z.object({
  page: z.catch(z.optional(z.int().check(z.minimum(1))), undefined),
  answer: z.catch(z.optional(z.enum(answers)), undefined),
  /** Text in the command's name. */
  name: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(255))), undefined),
  /** Only the commands of this browser. */
  mine: z.catch(z.optional(z.literal(true)), undefined),
  /** A confirmation is open; what it confirms is not in the URL. */
  confirm: z.catch(z.optional(z.literal(true)), undefined),
})
export type CommandsSearch = z.infer<typeof commandsSearchSchema>

/** Changes the search parameters, replacing the history entry or adding one. */
export type OnCommandsSearch = (change: Partial<CommandsSearch>, isReplacing?: boolean) => void

/** The search parameters without any filter. */
export const noFilter = { answer: undefined, name: undefined, mine: undefined }
