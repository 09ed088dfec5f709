import { loggedCommandText } from './command-rows'
import { requireKnownAction, requireKnownTarget } from './known-actions'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { plantOperation } from '#sandbox/platform/http/operation'
import { mayConnect } from '#sandbox/platform/lifecycle/lifecycle'
import { operators } from '#sandbox/platform/oauth/roles'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import { AmbiguousJsonError, readUnambiguousJson } from '#sandbox/platform/protocol/canonical-json'
import { maxCommandBytes } from '#sandbox/platform/protocol/messages'
import { signCommand } from '#sandbox/platform/protocol/signatures'
import { secretsOf, signingSecret } from '#sandbox/platform/provisioning/plant-secrets'
import { commandSchema } from '@/api/commands'
import { sendCommandSchema } from '@/api/send-command'

/**
 * `POST /plants/{id}/commands`. The command is on disk before the broker gets it, and the broker gets it once: a
 * command that a crash keeps from the broker stays unsent in the history and is never sent later.
 */
export const sendCommand = plantOperation(
  {
    id: 'sendCommand',
    method: 'post',
    path: '/plants/{id}/commands',
    summary: 'Send a command to a plant via MQTT',
    roles: operators,
    body: { schema: sendCommandSchema, textMembers: ['payload'] },
    response: { status: 201, description: 'The command as logged', schema: commandSchema },
    badRequest: 'BAD_REQUEST',
  },
  async ({ platform, tx, plant, body, now, afterCommit, recordChanges }) => {
    if (!mayConnect(plant.lifecycleStatus)) {
      throw new ApiProblem(
        'BAD_REQUEST',
        `A plant that is ${plant.lifecycleStatus} cannot receive commands`,
      )
    }
    await requireKnownAction(tx, plant, body.command)
    requireKnownTarget(plant, body.target)
    const { command, target } = body
    recordChanges([
      { member: 'command', to: command },
      ...(target === undefined ? [] : [{ member: 'target', to: target }]),
    ])
    const cmdId = crypto.randomUUID()
    const content = {
      cmdId,
      ts: now.getTime(),
      action: command,
      payload: readPayload(body.payload),
    }
    const secret = signingSecret(await secretsOf(tx, platform.vault, plant.id, now))
    const message = JSON.stringify({
      ...content,
      ...(target !== undefined && { target }),
      ...(secret !== null && { sig: signCommand(secret, plant.id, content) }),
    })
    if (Buffer.byteLength(message) > maxCommandBytes) {
      throw new ApiProblem('BAD_REQUEST', 'The command is too large', {
        details: [`payload: The message would exceed ${maxCommandBytes} bytes`],
      })
    }
    const id = crypto.randomUUID()
    await tx
      .insertInto('commands')
      .values({
        id,
        cmdId,
        plantId: plant.id,
        command,
        target: target ?? null,
        payload: body.payload ?? null,
        createdAt: now.toISOString(),
      })
      .execute()
    afterCommit(() => handOver(platform, { id, plantId: plant.id, message }))
    return loggedCommandText(tx, id)
  },
)

/** Hands a stored command to the broker; returns the command as logged afterwards, or undefined if it was not sent. */
async function handOver(
  { broker, database, now }: PlatformContext,
  { id, plantId, message }: { id: string; plantId: string; message: string },
): Promise<string | undefined> {
  if (!broker.deliver(plantId, message)) return undefined
  const sentAt = now().toISOString()
  await database
    .updateTable('commands')
    .set({ sentAt })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .execute()
  return loggedCommandText(database, id)
}

/** Reads a payload that every parser must read the same way, because its meaning is signed. */
function readPayload(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {}
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of the request allows only an object
    return readUnambiguousJson(text) as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof AmbiguousJsonError)) throw error
    throw new ApiProblem('BAD_REQUEST', 'Validation error', {
      details: [`payload: ${error.message}`],
    })
  }
}
