import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { BellRing } from 'lucide-react'
import { useMemo, useState } from 'react'
import { CommandHistory } from './command-history'
import type { CommandsSearch, OnCommandsSearch } from './commands-search'
import { Composer, type EditedCommand, type ReviewedCommand } from './composer'
import { stopWatching, useIsWatched, watchForReturn } from './return-watch'
import { SentList } from './sent-list'
import { useCommandPlace, useSentCommands } from './use-sent-commands'
import { plantQueries } from '@/api/plants'
import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import { canReturn } from '@/domain/commands/plant-return'
import { seenTargets } from '@/domain/commands/seen-targets'
import { ownIdOf } from '@/domain/commands/sent-command'
import { codePart } from '@/lib/code-part'
import { isKeyOf } from '@/lib/look-up'
import { setPreference } from '@/lib/preferences'
import { Button } from '@/ui/button'
import { LazyDialog } from '@/ui/lazy-dialog'
import { NativeSelect } from '@/ui/native-select'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'

const dialogPart = codePart(() => import('./send-dialog'))

interface CommandsPageProps {
  plantId: string
  search: CommandsSearch
  onSearchChange: OnCommandsSearch
}

const answerTimes = { '15': '15 s', '60': '1 min', '120': '2 min', '300': '5 min' } as const
const maxRecent = 5

export function CommandsPage({ plantId, search, onSearchChange }: CommandsPageProps) {
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  const person = usePerson()
  const place = useCommandPlace(plantId)
  const commands = useSentCommands(place)
  const { followed, contents, ownIds, history, waitMs } = commands
  const forbidden = person && whyForbidden(person, 'sendCommand')
  const [asked, setAsked] = useState<ReviewedCommand>()
  const [edited, setEdited] = useState<EditedCommand>()
  const rows = history.data?.data
  // The page is drawn every second; a response may be large.
  const targets = useMemo(() => seenTargets(contents, rows ?? []), [contents, rows])
  const recent = [...new Map(contents.map((one) => [JSON.stringify(one), one])).values()]
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Compose and send">
          {canReturn(plant) ? <AwaitReturn plantId={plantId} /> : null}
          <Composer
            place={place}
            plant={plant}
            edited={edited}
            targets={targets}
            recent={recent.slice(0, maxRecent)}
            forbidden={forbidden}
            onReview={setAsked}
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
        <LazyDialog part={dialogPart} onClose={() => setAsked(undefined)}>
          {({ SendDialog }) => (
            <SendDialog
              place={place}
              {...asked}
              commands={commands}
              onClose={() => setAsked(undefined)}
              onSent={() => setAsked(undefined)}
            />
          )}
        </LazyDialog>
      ) : null}
    </div>
  )
}

/** Offers a notice instead of sending later than confirmed. */
function AwaitReturn({ plantId }: { plantId: string }) {
  const queryClient = useQueryClient()
  const isWatched = useIsWatched(plantId)
  return (
    <div className="p-4 pb-0" role="status">
      <Notice
        tone="warn"
        actions={
          <Button
            size="sm"
            icon={<BellRing aria-hidden className="size-3.5" />}
            onClick={() =>
              isWatched ? stopWatching(plantId) : watchForReturn(queryClient, plantId)
            }
          >
            {isWatched ? 'Stop waiting' : 'Tell me when it’s back'}
          </Button>
        }
      >
        <p>
          {isWatched
            ? 'A message appears when the plant is connected again, until you reload or close this tab. Nothing is sent later.'
            : 'The plant isn’t connected, so a command may never reach it. Nothing is sent later.'}
        </p>
      </Notice>
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
