import { useMutation } from '@tanstack/react-query'
import type { CommandPlace } from './command-store'
import { dropSent, noteSent } from './sent-commands'
import { outcomeOf } from '@/api/errors'
import { sendCommand } from '@/api/send-command'
import { useDeployment } from '@/api/session/session-context'
import { refusalOf } from '@/attempts/refusal-of'
import { useAttempt } from '@/attempts/use-attempt'
import { type FailedAttempt, isAskedAgain, phaseOf } from '@/domain/actions/attempt'
import type { CommandContent, SentCommand } from '@/domain/commands/sent-command'
import { deviceNow, serverNow } from '@/lib/server-clock'
import { uniqueKey } from '@/lib/unique-key'
import { visibleText } from '@/ui/visible-text'

/** A command that was refused, not sent, or whose outcome is unknown. */
export type FailedCommand = FailedAttempt<SentCommand>

interface SendCommandOptions {
  place: CommandPlace
  /** Returns true once the history shows that a failed attempt was recorded after all. */
  isDone: (failed: FailedCommand) => boolean
  onSent: () => void
}

/** Sends one command for each confirmation. It is noted before the request, so that a crash leaves an unknown outcome. */
export function useSendCommand({ place, isDone, onSent }: SendCommandOptions) {
  const { plantId } = place
  const { config } = useDeployment()
  const { mutateAsync } = useMutation(sendCommand)
  const { run, ...attempt } = useAttempt({
    plantId,
    send: ({ content: body, confirmedUntilMs = 0 }: SentCommand) => {
      const notAfterMs = confirmedUntilMs - serverNow() + deviceNow()
      const { commandTargetKey: targetKey } = config
      return mutateAsync({ plantId, targetKey, body, notAfterMs })
    },
    describe: ({ content }) => `Sending “${visibleText(content.command)}”`,
    isDone,
  })

  /** `confirmedUntilMs`: end of the confirmation, Unix ms, server's clock. */
  const send = (
    content: CommandContent,
    seenIds: readonly string[] | undefined,
    confirmedUntilMs: number,
  ) =>
    run(async ({ deliver, isSamePerson, isShown, finish, showToast }) => {
      const sent: SentCommand = {
        key: uniqueKey(),
        content,
        clickedAtMs: serverNow(),
        confirmedUntilMs,
        settledAtMs: undefined,
        seenIds,
        recordId: undefined,
      }
      await noteSent(place, sent)
      if (!isSamePerson()) return
      const result = await deliver(sent)
      if (!isSamePerson()) return
      const settled = { ...sent, settledAtMs: deviceNow() }
      if ('error' in result) {
        const isRefused = outcomeOf(result.error) === 'refused' && !isAskedAgain(result)
        const isKept = isRefused || phaseOf(result) !== 'asking'
        // A refused one stays: the browser's own repeat is refused after the first copy was recorded.
        if (!isKept) await dropSent(place, sent)
        else await noteSent(place, { ...settled, ...refusalOf(result.error) })
      } else {
        finish()
        await noteSent(place, { ...settled, recordId: result.response.id })
        if (isShown()) onSent()
        else showToast({ tone: 'info', title: `Recorded “${visibleText(content.command)}”` })
      }
    })

  return { ...attempt, send }
}
