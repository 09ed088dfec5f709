import { zodResolver } from '@hookform/resolvers/zod'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { type Resolver, useForm, useWatch } from 'react-hook-form'
import { ActionPanel } from './action-panel'
import { addRun } from './add-run'
import { PlanFooter } from './plan-footer'
import { PlanForbidden } from './plan-forbidden'
import { PlanPreview } from './plan-preview'
import type { OnPlanSearch, PlanSearch } from './plan-search'
import { PlantsPanel } from './plants-panel'
import { SettingsPanel } from './settings-panel'
import { useChosenPlants } from './use-chosen-plants'
import { useLimitedAttributes } from './use-limited-attributes'
import { useRunPlace } from './use-runs'
import { useWhyNoPlan } from './use-why-no-plan'
import { whyNoRuns } from './why-no-runs'
import { useDataScope, useDeployment, usePerson } from '@/api/session/session-context'
import { commandAction, planDocument } from '@/domain/runs/plan-document'
import {
  type PlanValues,
  asMeant,
  emptyPlan,
  maxNoteLength,
  planFormSchema,
} from '@/domain/runs/plan-form'
import { canInclude, chooseForRun, tallyOf, whyNoRun } from '@/domain/runs/run-choice'
import type { RunDocument } from '@/domain/runs/run-document'
import { canaryFirst } from '@/domain/runs/run-order'
import { runSettingRanges } from '@/domain/runs/run-settings'
import { formMessage } from '@/lib/form-messages'
import { serverNow } from '@/lib/server-clock'
import { uniqueKey } from '@/lib/unique-key'
import { useWhyNotRun } from '@/plant-ui/use-why-not-run'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ignoreHeldEnter } from '@/ui/held-enter'
import { TextArea } from '@/ui/text-area'
import { toast } from '@/ui/toast'
import { useLeaveGuard } from '@/ui/use-leave-guard'

interface PlanPageProps {
  search: PlanSearch
  /** Plants selected in the list. */
  selectedIds: ReadonlySet<string>
  onSearchChange: OnPlanSearch
  /** Called with the run that was planned, once it is on this device. */
  onPlanned: (runId: string) => void
}

/** Plans a run, for users who may start one. */
export function PlanPage(props: PlanPageProps) {
  const whyNoPlan = useWhyNoPlan()
  const whyNotRun = useWhyNotRun()
  const reason = whyNoPlan ?? whyNotRun(props.search.kind)
  if (reason === undefined) return <Planning {...props} />
  return <PlanForbidden reason={reason} onSearchChange={props.onSearchChange} />
}

/** Plans a run: which plants, what each gets, and how carefully. Nothing is sent from here. */
function Planning({ search, selectedIds, onSearchChange, onPlanned }: PlanPageProps) {
  const { kind } = search
  const { config } = useDeployment()
  const username = usePerson()?.username ?? ''
  const scope = useDataScope()
  const place = useRunPlace()
  const chosen = useChosenPlants({ search, selectedIds, onSearchChange })
  const resolver = useMemo(() => resolverFor(kind), [kind])
  const form = useForm<PlanValues>({ resolver, defaultValues: emptyPlan })
  const { control, register, handleSubmit, formState } = form
  const settings = useWatch({ control, name: 'settings' })
  const [withUnreachable, setWithUnreachable] = useState(false)
  const { nowMs, groups } = chosen
  const canary = Math.min(settings.canary || 1, runSettingRanges.canary.max)
  const choice = useMemo(() => {
    const plants = chosen.chosen.map(({ plant }) => plant)
    const question = { kind, withUnreachable, nowMs }
    const sorted = chooseForRun(plants, question)
    return {
      ...sorted,
      taking: canaryFirst(sorted.taking, canary),
      hasUnreachable: withUnreachable || canInclude(sorted, question),
    }
  }, [chosen.chosen, kind, withUnreachable, nowMs, canary])
  const { taking } = choice
  const limited = useLimitedAttributes({ plants: chosen.plants, groups, taking })
  const obstacle =
    whyNoRuns() ??
    (chosen.source === 'filter' ? chosen.line.whyNotAll : undefined) ??
    whyNoRun(tallyOf(choice), kind) ??
    (groups.underWay ? 'The groups are still being read.' : undefined) ??
    limited.whyNot(settings.limits)

  const [planned, setPlanned] = useState<RunDocument>()
  const isTyped = formState.isDirty || chosen.pastedText.trim() !== ''
  const leaving = useLeaveGuard(isTyped && !planned)
  // In an effect, once the guard lets the page go.
  useEffect(() => {
    if (!planned) return
    addRun(place, planned).then(
      () => onPlanned(planned.id),
      () => {
        setPlanned(undefined)
        toast.show({
          tone: 'danger',
          title: 'The plan can’t be kept',
          detail: 'This browser stores nothing for this page. Allow site data, then try again.',
        })
      },
    )
  }, [planned, place, onPlanned])

  function create({ content, note, settings: given }: PlanValues) {
    if (obstacle !== undefined) return
    const about = { id: uniqueKey(), createdAtMs: serverNow(), createdBy: username, scope, note }
    const action =
      kind === 'command' ? commandAction(content, config.commandTargetKey) : ({ kind } as const)
    const { attributeOf } = limited
    setPlanned(planDocument({ about, action, settings: given, plants: taking, attributeOf }))
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter in its fields creates the plan
    <form
      noValidate
      onKeyDown={ignoreHeldEnter}
      onSubmit={(event) => void handleSubmit(create)(event)}
      className="flex flex-col gap-4 p-4"
    >
      <title>New run · Plantdeck</title>
      <Breadcrumb above={<Link to="/commands">Commands</Link>} current="New run" />
      <h1 className="text-xl font-semibold">New run</h1>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <PlantsPanel choice={chosen} />
        <ActionPanel
          kind={kind}
          form={form}
          taking={taking}
          nowMs={nowMs}
          onSearchChange={onSearchChange}
        />
      </div>
      <PlanPreview
        kind={kind}
        choice={choice}
        canary={canary}
        withUnreachable={choice.hasUnreachable ? withUnreachable : undefined}
        onWithUnreachable={setWithUnreachable}
      />
      <SettingsPanel
        form={form}
        plants={taking.length}
        metadataKeys={chosen.plants.limitableKeys}
        basisOf={limited.basisOf}
      />
      <div className="rounded-md border border-line bg-surface p-4">
        <TextArea
          label="Note"
          hint="optional"
          description="The reason for this run, or a ticket. It is kept with the plan."
          rows={2}
          maxLength={maxNoteLength}
          error={formState.errors.note?.message ?? null}
          {...register('note')}
        />
      </div>
      <PlanFooter leaving={leaving} obstacle={obstacle} />
    </form>
  )
}

/** Checks the values as they are meant: an untouched field holds an empty text. */
function resolverFor(kind: PlanSearch['kind']): Resolver<PlanValues> {
  const bySchema = zodResolver(planFormSchema(kind), { error: formMessage })
  return (values, context, options) => bySchema(asMeant(values), context, options)
}
