import { outcomeOf } from '@/api/errors'
import { describeRefused } from '@/api/outcome-messages'
import { phaseOf } from '@/domain/actions/attempt'
import type { SentCommand } from '@/domain/commands/sent-command'
import { cutText } from '@/ui/cut-text'

const maxRefusalLength = 500

/** Returns the server's message of an error that refused a command, to be kept with it; nothing for other errors. */
export function refusalOf(error: Error): Pick<SentCommand, 'refusal'> {
  if (phaseOf({ error }) !== 'refused' && outcomeOf(error) !== 'refused') return {}
  const { title, detail } = describeRefused(error)
  return { refusal: cutText([title, detail].filter(Boolean).join(': '), maxRefusalLength) }
}
