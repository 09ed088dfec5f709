import type * as z from 'zod/mini'

/** Returns the message to show for an invalid field; zod/mini has no messages of its own. */
export function formMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'Required.' : `At least ${issue.minimum}.`
    case 'too_big':
      return issue.origin === 'string'
        ? `At most ${issue.maximum} characters.`
        : `At most ${issue.maximum}.`
    case 'invalid_value':
      return 'Choose one from the list.'
    case 'invalid_format':
      return issue.format === 'uuid' ? 'Not a valid UUID.' : undefined
    default:
      return undefined
  }
}
