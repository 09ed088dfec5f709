import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { LimitFields } from './limit-fields'
import type { PlanValues } from '@/domain/runs/plan-form'
import { durationText } from '@/domain/runs/run-duration'
import { type RunSetting, runSettingRanges, runSettingsSchema } from '@/domain/runs/run-settings'
import { settingWords, settingsLine } from '@/domain/runs/setting-words'
import { formatCount } from '@/lib/format-count'
import { keysOf } from '@/lib/keyed-record'
import { Panel } from '@/ui/panel'
import { TextField } from '@/ui/text-field'

interface SettingsPanelProps {
  form: UseFormReturn<PlanValues>
  /** Number of plants that take part. */
  plants: number
  /** Metadata keys that can be limited, with their prefix. */
  metadataKeys: () => readonly string[]
  /** Says how many plants a limit by an attribute is counted over. */
  basisOf: (attribute: string) => string
}

/** The settings that make the run careful: one line, which opens. */
export function SettingsPanel({ form, plants, metadataKeys, basisOf }: SettingsPanelProps) {
  const { control, formState } = form
  const [isOpen, setIsOpen] = useState(false)
  const read = z.safeParse(runSettingsSchema, useWatch({ control, name: 'settings' }))
  const hasMistakes = formState.errors.settings !== undefined
  return (
    <Panel title="Settings">
      <details
        open={isOpen || hasMistakes}
        onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
        className="p-4"
      >
        <summary className="rounded-sm max-md:py-2">
          {read.success ? settingsLine(read.data) : 'Some settings need a correction.'}
        </summary>
        <div className="mt-4 grid items-start gap-4 md:grid-cols-2 xl:grid-cols-4">
          {keysOf(settingWords).map((name) => (
            <SettingField key={name} name={name} form={form} />
          ))}
        </div>
        <LimitFields form={form} metadataKeys={metadataKeys} basisOf={basisOf} />
      </details>
      {read.success && plants > 0 ? (
        <p className="px-4 pb-4 text-sm text-muted tabular-nums">
          {durationText(plants, read.data)} Limits and pauses may make it longer.
        </p>
      ) : null}
    </Panel>
  )
}

function SettingField({ name, form }: { name: RunSetting; form: UseFormReturn<PlanValues> }) {
  const { min, max } = runSettingRanges[name]
  const { label, description } = settingWords[name]
  const { register, formState } = form
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      description={description}
      error={
        formState.errors.settings?.[name]
          ? `A whole number from ${min} to ${formatCount(max)}.`
          : null
      }
      {...register(`settings.${name}`, { valueAsNumber: true })}
    />
  )
}
