// Apart from the reading of commands, which the first screen's code contains.
import { mutationOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from './client'
import { commandTextMembers, readableCommandSchema } from './commands'
import { jsonObjectTextSchema } from './fields'
import { plantPath } from './plants'
import { plantKeys } from './query-keys'
import { stringifyWithText } from '@/lib/json-writing'

/** Longest name of a command, in characters (contract: `SendCommand.command`). */
export const maxCommandNameLength = 255
/** ID of a sub-device (contract: `SendCommand.target`). */
export const targetPattern = /^[A-Z0-9_-]{1,32}$/

/** Strict: if a misspelt target were dropped, the command would go to the whole plant. The config names the target field. */
export const sendCommandSchema = z
  .strictObject({
    command: z.string().check(z.minLength(1), z.maxLength(maxCommandNameLength)),
    payload: z.optional(jsonObjectTextSchema),
    target: z.optional(z.string().check(z.maxLength(32), z.regex(targetPattern))),
  })
  .register(z.globalRegistry, { id: 'SendCommand' })
type SendCommand = z.infer<typeof sendCommandSchema>

/** Returns the body of a request exactly as it is sent: the payload's text isn't changed. */
export function commandBody(
  { command, payload, target }: SendCommand,
  targetKey: string | null,
): string {
  const addressed = targetKey && target ? { [targetKey]: target } : {}
  return stringifyWithText({ command, ...addressed }, { payload })
}

/** Mutation options for sending a command. Physical: never resent; the history shows the outcome. */
export const sendCommand = mutationOptions({
  mutationFn: ({
    plantId,
    targetKey,
    body,
    notAfterMs,
    idempotencyKey,
  }: {
    plantId: string
    targetKey: string | null
    body: SendCommand
    /** End of the confirmation, Unix ms, device's clock. */
    notAfterMs: number
    /** By default, a new one. */
    idempotencyKey?: string
  }) =>
    request({
      operation: 'sendCommand',
      method: 'POST',
      path: plantPath(plantId, 'commands'),
      body: commandBody(body, targetKey),
      requestClass: 'physical',
      notAfterMs,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      schema: readableCommandSchema,
      textMembers: commandTextMembers,
    }),
  onSettled: async (_command, _error, { plantId }, _result, { client }) => {
    const history = { queryKey: plantKeys.commands(plantId) }
    // A reading that began before the end doesn't show the outcome.
    await client.cancelQueries(history)
    // Not awaited: the result of the command is shown immediately, and only readings after it count.
    void client.invalidateQueries(history)
  },
})
