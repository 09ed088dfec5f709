import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { CommandHistory } from './command-history'
import type { CommandsSearch, OnCommandsSearch } from './commands-search'
import { Composer, type EditedCommand } from './composer'
import { ReachNotice } from './reach-notice'
import { SentList } from './sent-list'
import { useConfirmation } from './use-confirmation'
import { useCommandPlace, useSentCommands } from './use-sent-commands'
import { plantQueries } from '@/api/plants'
import { useDeployment } from '@/api/session/session-context'
import { seenTargets } from '@/domain/commands/seen-targets'
import { type SentReading, ownIdOf } from '@/domain/commands/sent-command'
import { codePart } from '@/lib/code-part'
import { isKeyOf } from '@/lib/look-up'
import { setPreference } from '@/lib/preferences'
import { toServerTime } from '@/lib/server-clock'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { LazyDialog } from '@/ui/lazy-dialog'
import { NativeSelect } from '@/ui/native-select'
import { Panel } from '@/ui/panel'

const dialogPart = codePart(() => import('./send-dialog'))

interface CommandsPageProps {
  plantId: string
  /** Commands that this browser’s runs sent to the plant. */
  sentByRuns: SentReading
  search: CommandsSearch
  onSearchChange: OnCommandsSearch
}

const answerTimes = { '15': '15 s', '60': '1 min', '120': '2 min', '300': '5 min' } as const

export function CommandsPage({ plantId, sentByRuns, search, onSearchChange }: CommandsPageProps) {
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  const whyForbidden = useWhyForbidden()
  const { commandTargetKey: targetKey } = useDeployment().config
  const place = useCommandPlace(plantId)
  const commands = useSentCommands(place, sentByRuns)
  const { followed, contents, ownIds, history, waitMs, nowMs } = commands
  const forbidden = whyForbidden('sendCommand')
  const { asked, ask, close } = useConfirmation(search, onSearchChange)
  const [edited, setEdited] = useState<EditedCommand>()
  const rows = history.data?.data
  // The page is drawn every second; a response may be large.
  const targets = useMemo(
    () => seenTargets(contents, rows ?? [], targetKey),
    [contents, rows, targetKey],
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Compose and send">
          <ReachNotice plantId={plantId} plant={plant} nowMs={toServerTime(nowMs)} />
          <Composer
            place={place}
            plant={plant}
            edited={edited}
            targets={targets}
            recent={contents}
            forbidden={forbidden}
            onReview={ask}
          />
        </Panel>
        <div className="flex min-w-0 flex-col gap-2">
          <SentList commands={commands} />
          <AnswerTime waitMs={waitMs} />
        </div>
      </div>
      <CommandHistory
        plantId={plantId}
        plant={plant}
        search={search}
        onSearchChange={onSearchChange}
        ownIds={ownIds}
        waitMs={waitMs}
        editRefusal={forbidden}
        onEdit={(content, id) => {
          // Most backends don't return the target; this browser knows it of its own commands.
          const own = followed.find(({ sent, state }) => ownIdOf(sent, state) === id)
          setEdited(
            own
              ? { content: own.sent.content, isTargetUnknown: false }
              : { content, isTargetUnknown: content.target === undefined },
          )
        }}
      />
      {asked ? (
        <LazyDialog part={dialogPart} isInUrl onClose={close}>
          {({ SendDialog }) => (
            <SendDialog
              place={place}
              {...asked}
              commands={commands}
              onClose={close}
              onSent={close}
            />
          )}
        </LazyDialog>
      ) : null}
    </div>
  )
}

function AnswerTime({ waitMs }: { waitMs: number }) {
  return (
    <NativeSelect
      label="Expect an answer within"
      className="max-w-56"
      value={String(waitMs / 1000)}
      onChange={({ target }) => {
        if (isKeyOf(answerTimes, target.value)) setPreference('answerWithinS', target.value)
      }}
    >
      {Object.entries(answerTimes).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </NativeSelect>
  )
}
