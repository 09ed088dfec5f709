import { type ReactNode, useState } from 'react'
import type { CommandPlace } from './command-store'
import type { ReviewedCommand } from './composer'
import { SendFooter } from './send-footer'
import { SendWarnings } from './send-warnings'
import { SentEvidence } from './sent-evidence'
import { useElapsed } from './use-elapsed'
import { useHistoryRead } from './use-history-read'
import { type FailedCommand, useSendCommand } from './use-send-command'
import type { useSentCommands } from './use-sent-commands'
import { outcomeUnknown } from '@/api/errors'
import { useDeployment } from '@/api/session/session-context'
import { AttemptNotice } from '@/attempts/attempt-notice'
import { MeanwhileNotice, ReadingNotice } from '@/attempts/reading-notices'
import { refusalOf } from '@/attempts/refusal-of'
import { RefusedOutcome } from '@/attempts/refused-outcome'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import { usePlantReading } from '@/attempts/use-plant-reading'
import { type Phase, phaseOf } from '@/domain/actions/attempt'
import { obstacleAt } from '@/domain/actions/confirmation'
import {
  confirmationLeftMs,
  confirmedUntilMs,
  expiredText,
  minShownMs,
  timedObstacleAt,
} from '@/domain/actions/timed-confirmation'
import { commandWarnings } from '@/domain/commands/command-warnings'
import { plantName } from '@/domain/plant/plant-name'
import { countdown } from '@/lib/countdown'
import { deviceNow, serverNow, toServerTime } from '@/lib/server-clock'
import { CommandPreview } from '@/plant-ui/command-preview'
import { FirstReading } from '@/plant-ui/first-reading'
import { PlantSummary } from '@/plant-ui/plant-summary'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Dialog } from '@/ui/dialog'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface SendDialogProps extends ReviewedCommand {
  place: CommandPlace
  commands: ReturnType<typeof useSentCommands>
  onClose: () => void
  /** Called when the platform has recorded the command. */
  onSent: () => void
}

/** Dialog that confirms a command ("select before operate"): shows the plant as it is now and the exact bytes, sends once. */
export function SendDialog(props: SendDialogProps) {
  const { place, content, writtenFor, lostTarget, commands, onClose, onSent } = props
  const {
    followed: earlier,
    history,
    reading: historyReading,
    ownIds,
    ownTargets,
    judge,
  } = commands
  const { commandTargetKey: targetKey } = useDeployment().config
  const whyForbidden = useWhyForbidden()
  const [confirmedAtMs, setConfirmedAtMs] = useState(serverNow)
  const [askedAtMs, setAskedAtMs] = useState(deviceNow)
  const isRead = useHistoryRead(history, askedAtMs)
  const isShownLong = useElapsed(minShownMs, askedAtMs)
  function askAgain() {
    setConfirmedAtMs(serverNow())
    setAskedAtMs(deviceNow())
    void history.refetch()
  }
  const followedNow = ({ sent, atMs, error }: FailedCommand) => {
    const settled = { ...sent, settledAtMs: atMs, ...refusalOf(error) }
    const others = earlier.flatMap((one) => (one.sent.key === sent.key ? [] : [one.sent]))
    const [state] = judge([settled, ...others])
    return state && { sent: settled, state }
  }
  const isRecorded = (failed: FailedCommand) => (followedNow(failed)?.state.ids.length ?? 0) > 0
  const attempt = useSendCommand({
    place,
    isDone: isRecorded,
    onSent,
  })
  const { send, isSending, failed, forget } = attempt
  const phase = phaseOf(failed, failed && isRecorded(failed))
  const reading = usePlantReading({
    plantId: place.plantId,
    isPaused: isSending,
    failedAtMs: failed?.atMs,
    isUnknown: phase === 'unknown',
  })
  const { plant, nowMs } = reading
  const standing = whyForbidden('sendCommand')
  const onServerTime = failed && { ...failed, atMs: toServerTime(failed.atMs) }
  const situation = { standing, reading, attempt: onServerTime, proof: undefined, typed: '' }
  const leftMs = confirmationLeftMs(confirmedAtMs, nowMs)
  const confirmation = { askedAtMs: confirmedAtMs, isRead, isShownLong }
  const obstacleNow = (atMs: number) =>
    timedObstacleAt(confirmation, obstacleAt(situation, atMs), atMs)
  const followed = failed && followedNow(failed)
  const name = (
    <UntrustedText isCut fallback="this plant">
      {plant && plantName(plant)}
    </UntrustedText>
  )
  const command = <UntrustedText isCut>{content.command}</UntrustedText>

  const warnings = plant
    ? commandWarnings({
        content,
        writtenFor,
        lostTarget,
        plant,
        history: history.error ? undefined : historyReading,
        ownIds,
        ownTargets,
        targetKey,
        nowMs,
      })
    : []

  const titles: Record<Phase, ReactNode> = {
    asking: (
      <>
        Send “{command}” to {name}?
      </>
    ),
    refused: <>Sending “{command}” was refused</>,
    unknown: outcomeUnknown,
  }

  const evidence = followed ? (
    <SentEvidence
      followed={followed}
      isRefusalShown
      history={{ readAtMs: history.dataUpdatedAt, error: history.error }}
    />
  ) : null
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isSending && phase !== 'unknown'}
      size="md"
      title={titles[phase]}
      footer={
        <SendFooter
          command={content.command}
          phase={phase}
          failed={failed}
          isSending={isSending}
          isDoubtful={warnings.some(({ isOfPayload }) => isOfPayload)}
          isExpired={leftMs === undefined}
          isRecorded={failed !== undefined && isRecorded(failed)}
          isChecking={history.isFetching}
          obstacle={obstacleNow(nowMs)}
          onSend={() => {
            // The clock on screen can be a second behind.
            if (obstacleNow(serverNow()) !== null) return
            const seen = history.error ? undefined : history.data?.data.map(({ id }) => id)
            void send(content, seen, confirmedUntilMs(confirmedAtMs))
          }}
          onRenew={() => {
            askAgain()
            void reading.readAgain()
          }}
          onCheck={() => history.refetch()}
          onBack={() => {
            askAgain()
            forget()
          }}
          onClose={onClose}
        />
      }
    >
      {phase === 'asking' ? (
        <div className="flex flex-col gap-3">
          {plant ? (
            <>
              <PlantSummary plant={plant} readAtMs={reading.readAtMs} />
              <MeanwhileNotice plant={plant} isReread={reading.sinceThen !== undefined} />
              <ReadingNotice reading={reading} />
              {standing ? <Notice tone="neutral">{standing}</Notice> : null}
              <SendWarnings warnings={warnings} />
            </>
          ) : (
            <FirstReading reading={reading} />
          )}
          <CommandPreview content={content} />
          <AttemptNotice failure={failed} />
          {leftMs === undefined ? null : (
            <p className="text-xs text-muted tabular-nums" aria-live="off">
              This confirmation expires in {countdown(leftMs)}.
            </p>
          )}
          <div role="status" className="empty:hidden">
            {leftMs === undefined ? <Notice tone="warn">{expiredText}</Notice> : null}
          </div>
        </div>
      ) : null}
      {failed && phase === 'unknown' ? (
        <UnknownOutcome
          error={failed.error}
          what={`Sending “${content.command}”`}
          source="The plant’s history shows:"
          evidence={evidence}
          completed={evidence}
        />
      ) : null}
      {failed && phase === 'refused' ? (
        <RefusedOutcome error={failed.error} evidence={evidence} />
      ) : null}
    </Dialog>
  )
}
